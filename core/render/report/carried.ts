import type { Change, Group, Review } from '../../review/review.ts'
import { addChanges, NO_CHANGE } from '../amounts/shown-change.ts'

/**
 * What each model or team carries, shared costs included. Undefined where no costs are shared: then it is what the other
 * figures say.
 */
export function carriedBy(
  { sharing }: Review,
  dimension: 'model' | 'team',
): ((groups: readonly Group[]) => Change) | undefined {
  if (sharing.pools.length === 0) return undefined
  const costs = new Map<string, Change>()
  for (const { group, cost } of dimension === 'model' ? sharing.byModel : sharing.byTeam)
    costs.set(keyOf(group), cost)
  return (groups) => groups.map((group) => costs.get(keyOf(group)) ?? NO_CHANGE).reduce(addChanges, NO_CHANGE)
}

function keyOf(group: { readonly kind: string; readonly value?: string }): string {
  return `${group.kind}\n${group.value ?? ''}`
}
