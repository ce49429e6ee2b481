import type { Config } from '../config/config.ts'
import type { Finding } from '../domain/finding.ts'
import type { Usd } from '../domain/money.ts'
import { savingsRules } from './rules/index.ts'
import type { SavingsSubject } from './rules/savings-rule.ts'

/** What the rules about wasted or unbounded money say of one Kubernetes object. */
export function checkSavings(subject: SavingsSubject, monthlyCost: Usd, { severities }: Config): Finding[] {
  const { resource } = subject
  const findings: Finding[] = []
  for (const rule of savingsRules) {
    const severity = severities.get(rule.id) ?? rule.severity
    if (severity === 'off') continue
    for (const { message, range = resource.range } of rule.check(subject))
      findings.push({
        ruleId: rule.id,
        severity,
        project: resource.project,
        address: resource.address,
        key: undefined,
        message,
        range,
        monthlyCost,
      })
  }
  return findings
}
