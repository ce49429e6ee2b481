import { ZERO } from '../../domain/money.ts'
import type { ChangeRule } from './change-rule.ts'

export const sharedRuleStale: ChangeRule = {
  id: 'shared-rule-stale',
  severity: 'warning',
  summary: 'How shared costs are split is agreed on anew every year.',
  *check({ today, config: { sharedPools } }) {
    if (today === undefined) return
    for (const { name, reviewed } of sharedPools) {
      if (!reviewed || yearAfter(reviewed.date) >= today) continue
      yield {
        message: `how "${name}" is split was last reviewed on ${reviewed.date}, more than a year ago. agree on it with the teams that carry it, then set "reviewed" to that day`,
        project: '',
        address: `shared.${name}`,
        range: reviewed.range,
        monthlyCost: ZERO,
        state: 'existing',
      }
    }
  },
}

/** ISO dates sort as texts. */
function yearAfter(date: string): string {
  return `${Number(date.slice(0, 4)) + 1}`.padStart(4, '0') + date.slice(4)
}
