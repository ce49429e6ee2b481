import type { Finding } from '../../domain/finding.ts'

/** What rules say about resources and models. Budgets have a table of their own. */
export function resourceFindings(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter(({ ruleId }) => ruleId !== 'budget')
}
