import type { Review } from '../../../review/review.ts'
import { assumptionsOf } from '../../report/assumptions.ts'
import { counted } from '../../text/counted.ts'
import { visible } from '../../text/visible.ts'
import { hang } from '../../text/wrap.ts'
import type { Page } from '../page.ts'

const MOST = 10

/** What the figures stand on, and what a reader should know about the review itself. */
export function assumptionsSection(review: Review, page: Page): readonly string[] {
  const { style, width } = page
  const all = assumptionsOf(review)
  const lines = all.slice(0, MOST).flatMap((text) => hang('- ', visible(text), width))
  const more = all.length > MOST ? [`  ${counted(all.length - MOST, 'more assumption')}`] : []
  const notes = review.notes.flatMap((note) => hang('Note: ', visible(note), width))
  return [
    style.heading(`${review.prices.currency} per month, estimated`),
    ...[...lines, ...more].map(style.quiet),
    ...notes,
  ]
}
