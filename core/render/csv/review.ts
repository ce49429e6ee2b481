import type { Review } from '../../review/review.ts'
import type { Renderer } from '../renderer.ts'
import { chargeLines } from './charge-lines.ts'

/** Both sides of every resource that is not what it was; docs/ci-formats.md */
export const csvReview: Renderer<Review> = ({ resources, prices }, options) =>
  chargeLines(
    [
      { side: 'before', resources: resources.flatMap(({ before }) => before ?? []) },
      { side: 'after', resources: resources.flatMap(({ after }) => after ?? []) },
    ],
    prices.currency,
    options,
  )
