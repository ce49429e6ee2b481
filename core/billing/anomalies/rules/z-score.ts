import type { Usd } from '../../../domain/money.ts'
import { daysBefore } from '../cost-history.ts'
import { mean, standardDeviation } from '../statistics.ts'
import type { AnomalyRule } from './rule.ts'

const DAYS = 14
const MOST_Z = 2.5
const CRITICAL_Z = 4

/**
 * The plain form, for those who have it and want to compare: docs/anomalies.md counts what it alerts on for nothing. It
 * has no floor; only what would be a division by zero is left undefined.
 */
export const zScore: AnomalyRule = {
  id: 'z-score',
  summary: 'the 14 days before: more than 2.5 standard deviations above their mean',
  judge(history, day) {
    const cost = history.costOn(day)
    const before = daysBefore(history, day, DAYS)
    if (cost === undefined || before.length < 2) return undefined
    const costs = before.map((each) => each.cost)
    const middle = mean(costs)
    const deviation = standardDeviation(costs, middle)
    if (cost <= middle) return undefined
    const z = deviation > 0 ? (cost - middle) / deviation : undefined
    if (z !== undefined && z <= MOST_Z) return undefined
    return {
      kind: middle > 0 ? 'spike' : 'new',
      severity: z === undefined || z > CRITICAL_Z ? 'critical' : 'warning',
      baseline: Math.round(middle) as Usd,
      z,
      isShortHistory: before.length < DAYS,
      comparedWith: before.map((each) => each.day),
    }
  },
}
