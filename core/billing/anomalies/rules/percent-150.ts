import { subtract, type Usd } from '../../../domain/money.ts'
import { daysBefore } from '../cost-history.ts'
import { mean } from '../statistics.ts'
import type { AnomalyRule } from './rule.ts'

const DAYS = 14
const MOST_RATIO = 1.5
const CRITICAL_RATIO = 3

/** The plain alert at 150 % of the baseline, whatever weekday it is. */
export const percent150: AnomalyRule = {
  id: 'percent-150',
  summary: 'the 14 days before: above 150 % of their mean',
  judge(history, day, { leastExcess }) {
    const cost = history.costOn(day)
    const before = daysBefore(history, day, DAYS)
    if (cost === undefined || before.length === 0) return undefined
    const baseline = Math.round(mean(before.map((each) => each.cost))) as Usd
    if (cost <= MOST_RATIO * baseline || subtract(cost, baseline) < leastExcess) return undefined
    return {
      kind: baseline > 0 ? 'spike' : 'new',
      severity: baseline > 0 && cost > CRITICAL_RATIO * baseline ? 'critical' : 'warning',
      baseline,
      z: undefined,
      isShortHistory: before.length < DAYS,
      comparedWith: before.map((each) => each.day),
    }
  },
}
