import { currencyCode } from '../../config/prices.ts'
import { add } from '../../domain/money.ts'
import type { Group, ResourceChange } from '../review.ts'
import { moneyText, percentText } from '../wording.ts'
import type { ChangeRule } from './change-rule.ts'

export const growth: ChangeRule = {
  id: 'growth',
  severity: 'warning',
  summary: 'No model grows beyond what is usual in one change.',
  *check({ by, resources, config: { thresholds, prices } }) {
    const { above, atLeast, baselines } = thresholds.growth
    const currency = currencyCode(prices)
    for (const { group, cost } of by.model) {
      if (group.kind !== 'known' || cost.delta < atLeast) continue
      const billed = baselines?.get(group.value)
      const before = billed ?? cost.before
      const after = billed === undefined ? cost.after : add(billed, cost.delta)
      // What is new has no baseline to grow from.
      if (before <= 0 || after <= above * before) continue
      const most = growsMost(resources, group)
      if (!most?.after) continue
      yield {
        message: `${group.value} grows to ${percentText(after / before)} of its ${billed === undefined ? '' : 'billed '}baseline: ${moneyText(before, currency)} → ${moneyText(after, currency)} a month, most of it here. more than ${percentText(above)} is flagged (checks.growth)`,
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
