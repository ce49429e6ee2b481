import type { Review } from '../../../review/review.ts'
import { nameCode, sentenceText } from '../escape.ts'

/** What is always visible: the currency, the sides, the prices' date, and what a reader should know. */
export function footerPart({ base, head, prices, notes }: Review): readonly string[] {
  const sides = `Base ${nameCode(base)} → head ${nameCode(head)}.`
  const footer = `USD per month, estimates at list prices of ${sentenceText(prices.date)}. ${sides}`
  return [`<sub>${[footer, ...notes.map(sentenceText)].join(' ')}</sub>`]
}
