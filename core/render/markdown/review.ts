import type { Review } from '../../review/review.ts'
import type { MarkdownOptions } from './options.ts'
import { acceptedPart, enforcementPart } from './review/accepted-part.ts'
import { assumptionsPart } from './review/assumptions-part.ts'
import { brokenPart } from './review/broken-part.ts'
import { budgetsPart } from './review/budgets-part.ts'
import { footerPart } from './review/footer-part.ts'
import { groupsPart } from './review/groups-part.ts'
import { modelsPart } from './review/models-part.ts'
import { resourcesPart } from './review/resources-part.ts'
import { sharingPart } from './review/sharing-part.ts'
import { suggestionsPart } from './review/suggestions-part.ts'
import { unitCostsPart } from './review/unit-costs-part.ts'
import { verdictPart } from './review/verdict-part.ts'
import { violationsPart } from './review/violations-part.ts'

/**
 * The report as GitHub shows it, in the order of the terminal's: the first lines say how much, which way, and whether
 * the merge is blocked; what is long is folded.
 */
export function markdownReview(review: Review, options: MarkdownOptions): string {
  return page([verdictPart(review, options), ...bodyParts(review, options), footerPart(review, options)])
}

/** What is between the first two lines and the last. */
export function bodyParts(review: Review, options: MarkdownOptions): readonly (readonly string[])[] {
  return [
    enforcementPart(review),
    modelsPart(review, options),
    unitCostsPart(review, options),
    budgetsPart(review, options),
    brokenPart(options),
    violationsPart(review, options),
    acceptedPart(review, options),
    [
      ...groupsPart(review, options),
      ...sharingPart(review, options),
      ...resourcesPart(review, options),
      ...suggestionsPart(review, options),
      ...assumptionsPart(review, options),
    ],
  ]
}

/** Parts, an empty line between them: right behind a closing tag, text would be HTML as it is. */
export function page(parts: readonly (readonly string[])[]): string {
  return parts
    .filter((lines) => lines.length > 0)
    .map((lines) => `${lines.join('\n')}\n`)
    .join('\n')
}
