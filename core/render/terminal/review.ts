import type { Review } from '../../review/review.ts'
import type { Renderer } from '../renderer.ts'
import { joinSections, pageOf } from './page.ts'
import { acceptedSection, enforcementSection } from './review/accepted-section.ts'
import { budgetsSection, sharingSection, unitCostsSection } from './review/accounting-section.ts'
import { assumptionsSection } from './review/assumptions-section.ts'
import { groupsSection } from './review/groups-section.ts'
import { modelsSection } from './review/models-section.ts'
import { notLoadedSection, notPricedSection } from './review/not-priced-section.ts'
import { problemsSection } from './review/problems-section.ts'
import { resourcesSection } from './review/resources-section.ts'
import { suggestionsSection } from './review/suggestions-section.ts'
import { verdictSection } from './review/verdict-section.ts'
import { violationsSection } from './review/violations-section.ts'

/** Verdict, money, who pays, what blocks the merge, then detail. No line is wider than the page. */
export const terminalReview: Renderer<Review> = (review, options) => {
  const page = pageOf(options)
  return joinSections([
    verdictSection(review, page),
    enforcementSection(review, page),
    modelsSection(review, page),
    unitCostsSection(review, page),
    budgetsSection(review, page),
    groupsSection(review, page),
    violationsSection(review, page),
    acceptedSection(review, page),
    resourcesSection(review, page),
    sharingSection(review, page),
    suggestionsSection(review, page),
    notPricedSection(review, page),
    notLoadedSection(review, page),
    problemsSection(review, page),
    assumptionsSection(review, page),
  ])
}
