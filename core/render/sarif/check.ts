import type { CheckReport } from '../check-report.ts'
import { finder } from './finder.ts'
import { sarifLog } from './log.ts'
import type { SarifOptions } from './options.ts'

/** docs/ci-formats.md */
export function sarifCheck(
  { inspection, findings, accepted = [] }: CheckReport,
  options: SarifOptions,
): string {
  const resourceOf = finder(inspection.resources)
  const found = [...findings, ...accepted].map((finding) => ({ finding, resource: resourceOf(finding) }))
  return sarifLog({ found, problems: inspection.problems }, options)
}
