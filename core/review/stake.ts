import { identityOf } from '../domain/address.ts'
import type { Finding } from '../domain/finding.ts'
import { sum, type Usd } from '../domain/money.ts'

/** What the resources of some findings cost a month: each once, however much is wrong with it. */
export function stakeOf(findings: Iterable<Finding>): Usd {
  const costs = new Map<string, Usd>()
  for (const finding of findings) {
    const { monthlyCost } = finding
    const key = identityOf(finding)
    const known = costs.get(key)
    if (known === undefined || monthlyCost > known) costs.set(key, monthlyCost)
  }
  return sum(costs.values())
}
