import type { Review } from '../../review/review.ts'
import type { Renderer } from '../renderer.ts'
import { junitSuites } from './suites.ts'

/** The changed resources and those with findings; a case fails by what fails the review. docs/ci-formats.md */
export const junitReview: Renderer<Review> = ({ resources, findings, problems, verdict }, options) => {
  const failing = new Set(
    verdict.failOn === 'none'
      ? []
      : [...findings.new, ...(verdict.failOn === 'errors' ? findings.existing : [])].filter(
          ({ severity }) => severity === 'error',
        ),
  )
  return junitSuites(
    {
      name: 'ascribe review',
      examined: resources.filter(({ after }) => after !== undefined),
      findings: [...findings.new, ...findings.existing],
      fails: (finding) => failing.has(finding),
      problems,
    },
    options,
  )
}
