import type { Review } from '../../review/review.ts'
import { headline } from '../report/headline.ts'
import { html } from './markup.ts'
import type { HtmlOptions } from './options.ts'
import { page } from './page.ts'
import { acceptedPart, enforcementPart } from './review/accepted-part.ts'
import { budgetsPart, economicsPart, sharingPart } from './review/accounting-part.ts'
import { assumptionsPart, uncountedPart } from './review/assumptions-part.ts'
import { filtersOf } from './review/filters.ts'
import { filterStyle, filtersPart } from './review/filters-part.ts'
import { groupsPart } from './review/groups-part.ts'
import { ownersPart } from './review/owners-part.ts'
import { resourcesPart } from './review/resources-part.ts'
import { suggestionsPart } from './review/suggestions-part.ts'
import { summaryPart } from './review/summary-part.ts'
import { violationsPart } from './review/violations-part.ts'

/** The review as one page: no script, no request, light and dark, readable without seeing the bars. */
export function htmlReview(review: Review, options: HtmlOptions): string {
  const filters = filtersOf(review)
  const body = html`${summaryPart(review)}${enforcementPart(review)}${filtersPart(filters, review.prices.currency)}${ownersPart(review, filters)}${economicsPart(review, filters)}${budgetsPart(review, filters, options)}${violationsPart(review, filters, options)}${acceptedPart(review, options)}${resourcesPart(review, filters, options)}${groupsPart(review)}${sharingPart(review)}${suggestionsPart(review, options)}${uncountedPart(review, options)}${assumptionsPart(review)}<footer>${review.prices.currency} per month of 730 hours at list prices of ${review.prices.date}${(review.prices.terms ?? []).map((term) => `; ${term}`).join('')}. Each figure is rounded by itself; exact ones are in the JSON output.</footer>
`
  return page(`Ascribe: ${headline(review).change}`, body, filterStyle(filters), options.nonce)
}
