import type { Review } from '../../../review/review.ts'
import { regionsOf } from '../../report/assumptions.ts'
import { nameCode, sentenceText } from '../escape.ts'
import type { MarkdownOptions } from '../options.ts'

const MOST_REGIONS = 3
const MOST_NOTES = 10
/** Days after which list prices are marked as old. */
const OLD_AFTER = 90
const DAY_MS = 86_400_000

/** What is always visible: the currency, the prices' date and region, the sides, and what a reader should know. */
export function footerPart(
  review: Review,
  { baseIs, today, docsUrl, origin }: MarkdownOptions,
): readonly string[] {
  const { base, head, prices, notes } = review
  const how = baseIs === undefined ? '' : ` (${sentenceText(baseIs)})`
  const old = today !== undefined && isOld(prices.date, today) ? ` ⚠️ more than ${OLD_AFTER} days old` : ''
  const footer = [
    `${prices.currency} per month of 730 hours, estimates at list prices of **${sentenceText(prices.date)}**${old}${regionsText(review)}${termsText(review)}.`,
    `Base ${nameCode(base)}${how} → head ${nameCode(head)}.`,
    ...notes.slice(0, MOST_NOTES).map(sentenceText),
    ...(origin === undefined ? [] : [sentenceText(origin)]),
    ...(docsUrl === undefined ? [] : [`[How this is computed](${docsUrl}).`]),
  ]
  return [`<sub>${footer.join(' ')}</sub>`]
}

function regionsText(review: Review): string {
  const regions = regionsOf(review)
  const rest = regions.length - MOST_REGIONS
  if (regions.length === 0) return ''
  const more = rest > 0 ? ` and ${rest} more regions` : ''
  return ` in ${regions.slice(0, MOST_REGIONS).map(sentenceText).join(', ')}${more}`
}

function termsText({ prices: { terms = [] } }: Review): string {
  return terms.length === 0 ? '' : `, with ${terms.map(sentenceText).join('; ')}`
}

function isOld(date: string, today: string): boolean {
  return Date.parse(today) - Date.parse(date) > OLD_AFTER * DAY_MS
}
