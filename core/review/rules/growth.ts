import { currencyCode } from '../../config/prices.ts'
import type { Group, ResourceChange } from '../review.ts'
import { moneyText, percentText } from '../wording.ts'
import type { ChangeRule } from './change-rule.ts'

export const growth: ChangeRule = {
  id: 'growth',
  severity: 'warning',
  summary: 'No model grows beyond what is usual in one change.',
  *check({ by, resources, config: { thresholds, prices } }) {
    const { above, atLeast } = thresholds.growth
    const currency = currencyCode(prices)
    for (const { group, cost } of by.model) {
      // What is new has no baseline to grow from.
      if (group.kind !== 'known' || cost.before <= 0 || cost.delta < atLeast) continue
      if (cost.after <= above * cost.before) continue
      const most = growsMost(resources, group)
      if (!most?.after) continue
      yield {
        message: `${group.value} grows to ${percentText(cost.after / cost.before)} of its baseline: ${moneyText(cost.before, currency)} → ${moneyText(cost.after, currency)} a month, most of it here. more than ${percentText(above)} is flagged (checks.growth)`,
        project: most.project,
        address: most.address,
        range: most.after.resource.range,
        monthlyCost: cost.delta,
        state: 'new',
      }
    }
  },
}

/** The resource that most of a model's growth is in. */
function growsMost(
  resources: readonly ResourceChange[],
  model: Group & { kind: 'known' },
): ResourceChange | undefined {
  let most: ResourceChange | undefined
  for (const change of resources) {
    const owner = change.after?.owner.model
    if (owner?.kind === 'known' && owner.value === model.value && change.cost.delta > (most?.cost.delta ?? 0))
      most = change
  }
  return most
}
