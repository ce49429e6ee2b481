import { signOf } from '../../../domain/currency.ts'
import type { Review } from '../../../review/review.ts'
import { namer } from '../../report/name-of.ts'
import { offerText, riskText } from '../../report/suggestion-text.ts'
import { counted } from '../../text/counted.ts'
import { visible } from '../../text/visible.ts'
import { hang } from '../../text/wrap.ts'
import { type Page, styled } from '../page.ts'

const MOST = 10

/** What would be cheaper; each stands for itself. */
export function suggestionsSection(
  { suggestions, resources, prices }: Review,
  page: Page,
): readonly string[] {
  if (suggestions.length === 0) return []
  const { style, width } = page
  const nameOf = namer(resources)
  const lines = suggestions
    .slice(0, MOST)
    .flatMap((one) => [
      ...hang('- ', visible(`${nameOf(one)} ${offerText(one, signOf(prices.currency))}`), width),
      ...hang('  ', visible(riskText(one)), width).map(style.quiet),
    ])
  const rest = suggestions.length - MOST
  return [
    ...styled('What would be cheaper (each stands for itself)', style.heading, page),
    ...lines,
    ...(rest > 0 ? styled(`  ${counted(rest, 'more suggestion')}`, style.quiet, page) : []),
  ]
}
