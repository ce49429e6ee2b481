import type { Allocated, PoolOutcome } from '../attribution/allocate.ts'
import type { Allocation } from '../attribution/allocation.ts'
import { methodologyOf } from '../attribution/methodology.ts'
import type { Config } from '../config/config.ts'
import { currencyCode } from '../config/prices.ts'
import type { SharedPool } from '../config/shared-pools.ts'
import type { CurrencyCode } from '../domain/currency.ts'
import { add, subtract, type Usd, ZERO } from '../domain/money.ts'
import { byChange, groupOf, label, sides } from './breakdown.ts'
import type { Pair } from './match.ts'
import type { Change, Group } from './review.ts'

/** The same money with shared costs given to who causes them, and what became of each pool. */
export interface Sharing {
  readonly pools: readonly PoolChange[]
  readonly byModel: readonly SharedGroupChange[]
  readonly byTeam: readonly SharedGroupChange[]
}

export interface PoolChange {
  readonly name: string
  /** How it is split, in a sentence. */
  readonly methodology: string
  readonly amount: Change
  /** Given to teams. */
  readonly shared: Change
  /** Left with the pool's own owners. */
  readonly kept: Change
  readonly unallocated: Change
  /** Why some of it is given to nobody, on the head side; where nothing is, on the base side. */
  readonly because: string | undefined
}

/** A value of a dimension, or what of the pools is given to nobody. */
export type SharedGroup = Group | { readonly kind: 'unallocated' }

export interface SharedGroupChange {
  readonly group: SharedGroup
  readonly cost: Change
}

/** What a model costs a team in a phase. */
export interface OwnedChange {
  readonly model: SharedGroup
  readonly team: SharedGroup
  readonly phase: Group
  /** By the resources' own owners. */
  readonly direct: Change
  /** With its part of the shared costs. */
  readonly withShared: Change
}

export function sharingOf(before: Allocated, after: Allocated, { sharedPools, prices }: Config): Sharing {
  const group = (dimension: 'model' | 'team') => {
    const groups = new Sums<SharedGroup>()
    for (const [side, allocation] of bothSides(before, after)) {
      const of = sharedGroupOf(allocation, dimension)
      groups.add(JSON.stringify(of), of, side, allocation.amount, allocation.atLeast)
    }
    return groups
      .changes()
      .map(({ of, cost }) => ({ group: of, cost }))
      .sort(byChange((change) => nameOf(change.group)))
  }
  return {
    pools: sharedPools.map((pool, at) =>
      poolChange(pool, before.pools[at]!, after.pools[at]!, currencyCode(prices)),
    ),
    byModel: group('model'),
    byTeam: group('team'),
  }
}

/** Money by model, team and phase, as it is owned and as it is carried; each of the two adds up to the total. */
export function ownedChanges(
  pairs: readonly Pair[],
  before: Allocated,
  after: Allocated,
): readonly OwnedChange[] {
  const direct = new Sums<Cell>()
  const shared = new Sums<Cell>()
  const put = (sums: Sums<Cell>, cell: Cell, side: 'before' | 'after', amount: Usd, atLeast: boolean) =>
    sums.add(JSON.stringify(cell), cell, side, amount, atLeast)
  for (const [pair, { owner, cost, resource }] of sides(pairs)) {
    const cell = { model: groupOf(owner.model), team: groupOf(owner.team), phase: groupOf(owner.phase) }
    const isMany = resource.multiplicity !== undefined && cost > ZERO
    put(direct, cell, pair.before ? 'before' : 'after', cost, isMany)
  }
  for (const [side, allocation] of bothSides(before, after)) {
    const cell = {
      model: sharedGroupOf(allocation, 'model'),
      team: sharedGroupOf(allocation, 'team'),
      phase: allocation.owner.phase,
    }
    put(shared, cell, side, allocation.amount, allocation.atLeast)
  }
  const keys = new Map([...direct.entries(), ...shared.entries()].map(([key, of]) => [key, of]))
  return [...keys]
    .map(([key, of]) => ({ ...of, direct: direct.at(key), withShared: shared.at(key) }))
    .sort((a, b) =>
      byChange<{ cost: Change; of: OwnedChange }>(({ of }) =>
        [of.model, of.team, of.phase].map(nameOf).join('\n'),
      )({ cost: a.withShared, of: a }, { cost: b.withShared, of: b }),
    )
}

type Cell = Pick<OwnedChange, 'model' | 'team' | 'phase'>

function* bothSides(
  before: Allocated,
  after: Allocated,
): Generator<readonly ['before' | 'after', Allocation]> {
  for (const allocation of before.allocations) yield ['before', allocation]
  for (const allocation of after.allocations) yield ['after', allocation]
}

function sharedGroupOf({ kind, owner }: Allocation, dimension: 'model' | 'team'): SharedGroup {
  return kind === 'unallocated' ? { kind } : owner[dimension]
}

function nameOf(group: SharedGroup): string {
  return group.kind === 'unallocated' ? '\uffffunallocated' : label(group)
}

function poolChange(
  pool: SharedPool,
  before: PoolOutcome,
  after: PoolOutcome,
  currency: CurrencyCode,
): PoolChange {
  const part = (of: 'amount' | 'shared' | 'kept' | 'unallocated'): Change => changeOf(before[of], after[of])
  return {
    name: pool.name,
    methodology: methodologyOf(pool, [...new Set([...before.overlaps, ...after.overlaps])].sort(), currency),
    amount: part('amount'),
    shared: part('shared'),
    kept: part('kept'),
    unallocated: part('unallocated'),
    because: after.because ?? before.because,
  }
}

function changeOf(before: Usd, after: Usd, atLeast = { before: false, after: false }): Change {
  return { before, after, delta: subtract(after, before), atLeast }
}

/** Sums of both sides by key. */
class Sums<Of> {
  readonly #sums = new Map<string, { of: Of; before: Usd; after: Usd; atLeast: Mutable<Change['atLeast']> }>()

  add(key: string, of: Of, side: 'before' | 'after', amount: Usd, atLeast: boolean): void {
    const none = { of, before: ZERO, after: ZERO, atLeast: { before: false, after: false } }
    const sum = this.#sums.get(key) ?? none
    sum[side] = add(sum[side], amount)
    sum.atLeast[side] ||= atLeast
    this.#sums.set(key, sum)
  }

  at(key: string): Change {
    const sum = this.#sums.get(key)
    return sum ? changeOf(sum.before, sum.after, sum.atLeast) : changeOf(ZERO, ZERO)
  }

  entries(): readonly (readonly [string, Of])[] {
    return [...this.#sums].map(([key, { of }]) => [key, of] as const)
  }

  changes(): readonly { readonly of: Of; readonly cost: Change }[] {
    return [...this.#sums].map(([key, { of }]) => ({ of, cost: this.at(key) }))
  }
}

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] }
