import type { Review } from '../../review/review.ts'
import type { Renderer } from '../renderer.ts'
import { assumptionsPart } from './review/assumptions-part.ts'
import { footerPart } from './review/footer-part.ts'
import { groupsPart } from './review/groups-part.ts'
import { modelsPart } from './review/models-part.ts'
import { resourcesPart } from './review/resources-part.ts'
import { verdictPart } from './review/verdict-part.ts'
import { violationsPart } from './review/violations-part.ts'

/**
 * The report as GitHub shows it, in the order of the terminal's: the first lines say how much, which way, and whether
 * the merge is blocked; what is long is folded.
 */
export const markdownReview: Renderer<Review> = (review, options) => {
  const parts = [
    verdictPart(review),
    modelsPart(review),
    violationsPart(review, options),
    [
      ...groupsPart(review),
      ...resourcesPart(review),
      ...assumptionsPart(review, options),
      ...footerPart(review),
    ],
  ]
  return parts
    .filter((lines) => lines.length > 0)
    .map((lines) => `${lines.join('\n')}\n`)
    .join('\n')
}
