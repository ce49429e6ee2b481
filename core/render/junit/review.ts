import type { Finding } from '../../domain/finding.ts'
import type { Review } from '../../review/review.ts'
import type { Renderer } from '../renderer.ts'
import { junitSuites } from './suites.ts'

/** The changed resources and those with findings; a case fails by what fails the review. docs/ci-formats.md */
export const junitReview: Renderer<Review> = (review, options) => {
  const { resources, findings, accepted, problems } = review
  const failing = new Set(failingOf(review))
  return junitSuites(
    {
      name: 'ascribe review',
      examined: resources.filter(({ after }) => after !== undefined),
      findings: [...findings.new, ...findings.existing],
      accepted,
      fails: (finding) => failing.has(finding),
      problems,
    },
    options,
  )
}

/** The findings that `fail-on` counts, as the verdict does. */
function failingOf({ verdict, findings, budgets }: Review): readonly Finding[] {
  const standing = [...findings.new, ...findings.existing]
  const errors = (some: readonly Finding[]) => some.filter(({ severity }) => severity === 'error')
  switch (verdict.failOn) {
    case 'none':
      return []
    case 'new-errors':
      return errors(findings.new)
    case 'errors':
      return errors(standing)
    case 'budget': {
      const raised = new Set(budgets.filter(({ cost }) => cost.delta > 0).map(({ range }) => range))
      return errors(standing).filter(({ ruleId, range }) => ruleId === 'budget' && raised.has(range))
    }
    default:
      return verdict.failOn satisfies never
  }
}
