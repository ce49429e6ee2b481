import type { Finding } from '../../domain/finding.ts'
import { changeRules } from '../../review/rules/index.ts'

const ABOUT_CHANGES: ReadonlySet<string> = new Set(changeRules.map(({ id }) => id))

/** What rules say about one resource. */
export function resourceFindings(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter(({ ruleId }) => !ABOUT_CHANGES.has(ruleId))
}

/** What rules say about the money of the whole change, but for budgets: those have a table. */
export function changeFindings(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter(({ ruleId }) => ABOUT_CHANGES.has(ruleId) && ruleId !== 'budget')
}
