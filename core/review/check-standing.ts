import { allocate } from '../attribution/allocate.ts'
import type { Config } from '../config/config.ts'
import type { Finding } from '../domain/finding.ts'
import { BREAKDOWNS, byDimension, total } from './breakdown.ts'
import { budgetUses } from './budget-uses.ts'
import { checkChange } from './check-change.ts'
import type { InspectedResource } from './inspection.ts'
import type { Review } from './review.ts'
import { sharingOf } from './sharing.ts'

/** What the rules about the money of a change say of a tree as it stands: its budgets, and how shared costs are split. */
export function checkStanding(
  resources: readonly InspectedResource[],
  config: Config,
  today: string | undefined,
): readonly Finding[] {
  if (config.thresholds.budgets.length === 0 && config.sharedPools.length === 0) return []
  const pairs = resources.map((inspected) => ({ before: inspected, after: inspected }))
  const by = Object.fromEntries(
    BREAKDOWNS.map((dimension) => [dimension, byDimension(pairs, dimension)]),
  ) as unknown as Review['by']
  const allocated = allocate(resources, config)
  const sharing = sharingOf(allocated, allocated, config)
  const budgets = budgetUses(config.thresholds, { total: total(pairs), by, sharing })
  return checkChange({ config, budgets, by, resources: [], today }).existing
}
