import { subtract, sum } from '../domain/money.ts'
import { byChange } from '../review/breakdown.ts'
import type { Change, Group, GroupChange, ModelPhaseChange, Review } from '../review/review.ts'
import type { OwnedChange, PoolChange, Sharing } from '../review/sharing.ts'

type AnyGroup = OwnedChange['model']

export function addChanges(changes: readonly Change[]): Change {
  const before = sum(changes.map((change) => change.before))
  const after = sum(changes.map((change) => change.after))
  return {
    before,
    after,
    delta: subtract(after, before),
    atLeast: {
      before: changes.some(({ atLeast }) => atLeast.before),
      after: changes.some(({ atLeast }) => atLeast.after),
    },
  }
}

/** Each group once, with the money of all of them; sorted as a review's groups are. */
export function mergeGroups<Of extends AnyGroup>(
  groups: readonly { readonly group: Of; readonly cost: Change }[],
): readonly { readonly group: Of; readonly cost: Change }[] {
  return gathered(groups, ({ group }) => keyOf(group))
    .map((same) => ({ group: same[0]!.group, cost: costsOf(same) }))
    .sort(byChange(({ group }) => nameOf(group)))
}

export function mergeModelPhases(all: readonly Review[]): readonly ModelPhaseChange[] {
  return gathered(
    all.flatMap(({ modelPhases }) => modelPhases),
    ({ model }) => keyOf(model),
  )
    .map((same) => ({
      model: same[0]!.model,
      teams: [...new Set(same.flatMap(({ teams }) => teams))].sort(),
      phases: mergeGroups(
        same.flatMap(({ phases }) => phases.map(({ phase, cost }): GroupChange => ({ group: phase, cost }))),
      ).map(({ group, cost }) => ({ phase: group, cost })),
      cost: costsOf(same),
    }))
    .sort(byChange(({ model }) => nameOf(model)))
}

export function mergeOwned(all: readonly Review[]): readonly OwnedChange[] {
  return gathered(
    all.flatMap(({ owned }) => owned),
    ({ model, team, phase }) => [model, team, phase].map(keyOf).join('\n'),
  )
    .map((same) => ({
      ...same[0]!,
      direct: addChanges(same.map(({ direct }) => direct)),
      withShared: addChanges(same.map(({ withShared }) => withShared)),
    }))
    .sort((a, b) => Math.abs(b.withShared.delta) - Math.abs(a.withShared.delta))
}

export function mergeSharing(all: readonly Review[]): Sharing {
  const pools = gathered(
    all.flatMap(({ sharing }) => sharing.pools),
    ({ name }) => name,
  )
  return {
    pools: pools.map(mergePool),
    byModel: mergeGroups(all.flatMap(({ sharing }) => sharing.byModel)),
    byTeam: mergeGroups(all.flatMap(({ sharing }) => sharing.byTeam)),
  }
}

function mergePool(same: readonly PoolChange[]): PoolChange {
  const part = (of: 'amount' | 'shared' | 'kept' | 'unallocated') => addChanges(same.map((pool) => pool[of]))
  return {
    name: same[0]!.name,
    methodology: same[0]!.methodology,
    amount: part('amount'),
    shared: part('shared'),
    kept: part('kept'),
    unallocated: part('unallocated'),
    because: same.find(({ because }) => because !== undefined)?.because,
  }
}

/** What has one key together, in order of first appearance. */
export function gathered<Item>(
  items: readonly Item[],
  key: (item: Item) => string,
): readonly (readonly Item[])[] {
  const groups = new Map<string, Item[]>()
  for (const item of items) {
    const group = groups.get(key(item))
    if (group) group.push(item)
    else groups.set(key(item), [item])
  }
  return [...groups.values()]
}

const costsOf = (same: readonly { readonly cost: Change }[]): Change =>
  addChanges(same.map(({ cost }) => cost))

const keyOf = (group: AnyGroup | Group): string => (group.kind === 'known' ? `=${group.value}` : group.kind)

/** What is missing or unknown comes after the names. */
const nameOf = (group: AnyGroup): string => (group.kind === 'known' ? group.value : `\uffff${group.kind}`)
