import { ZERO } from '../domain/money.ts'
import type { Attributed, Dimension } from '../domain/owner.ts'
import { Tally } from './changes.ts'
import type { InspectedResource } from './inspection.ts'
import type { Pair } from './match.ts'
import type { Breakdown, Change, Group, GroupChange, ModelPhaseChange } from './review.ts'

export const BREAKDOWNS = [
  'model',
  'team',
  'phase',
  'environment',
  'costCenter',
  'project',
] as const satisfies readonly Breakdown[]

/** Money by the values of one dimension. A resource that changes hands is money before in one group, after in another. */
export function byDimension(pairs: readonly Pair[], dimension: Dimension): readonly GroupChange[] {
  const groups = new Grouped<Group>()
  for (const [side, inspected] of sides(pairs)) {
    const group = groupOf(inspected.owner[dimension])
    groups.at(groupKey(group), group).add(side)
  }
  return groups
    .changes()
    .map(({ of, cost }) => ({ group: of, cost }))
    .sort(byChange((change) => label(change.group)))
}

/** Money by model and phase, each model with the teams that own it. */
export function byModelAndPhase(pairs: readonly Pair[]): readonly ModelPhaseChange[] {
  const models = new Map<string, { model: Group; teams: Set<string>; pairs: Pair[] }>()
  for (const [side, { owner }] of sides(pairs)) {
    const model = groupOf(owner.model)
    const known = models.get(groupKey(model)) ?? { model, teams: new Set<string>(), pairs: [] }
    models.set(groupKey(model), known)
    known.pairs.push(side)
    if (owner.team.kind === 'known') known.teams.add(owner.team.value)
  }
  return [...models.values()]
    .map(({ model, teams, pairs: own }) => ({
      model,
      teams: [...teams].sort(),
      phases: byDimension(own, 'phase').map(({ group, cost }) => ({ phase: group, cost })),
      cost: total(own),
    }))
    .sort(byChange((change) => label(change.model)))
}

export function total(pairs: readonly Pair[]): Change {
  const tally = new Tally()
  for (const pair of pairs) tally.add(pair)
  return tally.change()
}

/** Each side that costs something, as a pair of its own: the sides of one resource may belong to different groups. */
export function* sides(pairs: readonly Pair[]): Generator<readonly [Pair, InspectedResource]> {
  for (const { before, after } of pairs) {
    if (before && before.cost !== ZERO) yield [{ before, after: undefined }, before]
    if (after && after.cost !== ZERO) yield [{ before: undefined, after }, after]
  }
}

/** Tallies by key, in order of first appearance. */
class Grouped<Of> {
  readonly #groups = new Map<string, { readonly of: Of; readonly tally: Tally }>()

  at(key: string, of: Of): Tally {
    const known = this.#groups.get(key)
    if (known) return known.tally
    const tally = new Tally()
    this.#groups.set(key, { of, tally })
    return tally
  }

  changes(): { of: Of; cost: Change }[] {
    return [...this.#groups.values()].map(({ of, tally }) => ({ of, cost: tally.change() }))
  }
}

export function groupOf(attributed: Attributed): Group {
  return attributed.kind === 'known' ? { kind: 'known', value: attributed.value } : { kind: attributed.kind }
}

/** A group as a key. */
export function groupKey(group: Group): string {
  return group.kind === 'known' ? `=${group.value}` : group.kind
}

/** Known values by name; what is missing or unknown comes after them. */
export function label(group: Group): string {
  return group.kind === 'known' ? group.value : `￿${group.kind}`
}

export function byChange<C extends { readonly cost: Change }>(name: (change: C) => string) {
  return (a: C, b: C): number => {
    const byDelta = Math.abs(b.cost.delta) - Math.abs(a.cost.delta) || b.cost.after - a.cost.after
    if (byDelta !== 0) return byDelta
    return name(a) < name(b) ? -1 : 1
  }
}
