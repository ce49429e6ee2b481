import type { Finding } from '../domain/finding.ts'
import type { FindingChanges } from './compare-findings.ts'
import type { ChangeSubject } from './rules/change-rule.ts'
import { changeRules } from './rules/index.ts'

/** What the rules about a whole change say. `checks.severity` can make a rule milder or stricter, never a warning of it an error. */
export function checkChange(subject: ChangeSubject): FindingChanges {
  const found: Record<'new' | 'existing' | 'fixed', Finding[]> = { new: [], existing: [], fixed: [] }
  for (const rule of changeRules) {
    const setting = subject.config.severities.get(rule.id)
    if (setting === 'off') continue
    for (const { state, severity, ...problem } of rule.check(subject))
      found[state].push({
        ...problem,
        ruleId: rule.id,
        severity:
          severity === 'warning' && setting === 'error' ? severity : (setting ?? severity ?? rule.severity),
        key: undefined,
      })
  }
  return found
}
