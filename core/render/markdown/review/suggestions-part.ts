import { signOf } from '../../../domain/currency.ts'
import type { Review } from '../../../review/review.ts'
import { namer } from '../../report/name-of.ts'
import { offerText, riskText } from '../../report/suggestion-text.ts'
import { counted } from '../../text/counted.ts'
import { nameCode, sentenceText } from '../escape.ts'
import { type MarkdownOptions, STANDARD } from '../options.ts'
import { folded } from '../table.ts'

const MOST = 10

/** What would be cheaper; each stands for itself. */
export function suggestionsPart(
  { suggestions, resources, prices }: Review,
  { limits = STANDARD }: MarkdownOptions,
): readonly string[] {
  if (suggestions.length === 0 || !limits.tables) return []
  const nameOf = namer(resources)
  const shown = suggestions
    .slice(0, MOST)
    .map(
      (one) =>
        `- ${nameCode(nameOf(one))} ${sentenceText(offerText(one, signOf(prices.currency)))}. ${sentenceText(riskText(one))}`,
    )
  const rest = suggestions.length - shown.length
  return folded(`What would be cheaper (${suggestions.length})`, [
    'Each stands for itself: they are not to be added up.',
    '',
    ...shown,
    ...(rest > 0 ? [`- ${counted(rest, 'more suggestion')}`] : []),
  ])
}
