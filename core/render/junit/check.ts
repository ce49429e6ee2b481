import type { CheckReport } from '../check-report.ts'
import { isChecked } from '../check-report.ts'
import type { Renderer } from '../renderer.ts'
import { junitSuites } from './suites.ts'

/** Every resource that was checked; errors fail. docs/ci-formats.md */
export const junitCheck: Renderer<CheckReport> = ({ inspection, findings, accepted }, options) =>
  junitSuites(
    {
      name: 'ascribe check',
      examined: inspection.resources.filter(isChecked).map(({ resource }) => resource),
      findings,
      accepted,
      fails: ({ severity }) => severity === 'error',
      problems: inspection.problems,
    },
    options,
  )
