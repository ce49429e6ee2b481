import { type Catalogue, SHARED_MODEL } from '../config/catalogue.ts'
import type { SharedPool } from '../config/shared-pools.ts'
import type { TagSchema } from '../config/tag-schema.ts'
import { sum, type Usd, ZERO } from '../domain/money.ts'
import { type Allocation, type Attributable, type Carrier, MISSING, named } from './allocation.ts'
import { type Bucket, bucketsOf } from './buckets.ts'
import { type Consumer, consumersOf } from './consumers.ts'
import { DECISIVE } from './coverage.ts'
import { splitByWeights } from './largest-remainder.ts'
import { partsOf } from './pool-parts.ts'

export interface AllocationRules extends Catalogue {
  readonly schema: TagSchema
  readonly sharedPools: readonly SharedPool[]
}

/** Who carries the money of one side, and what became of its pools. */
export interface Allocated {
  readonly allocations: readonly Allocation[]
  /** One for each pool, in their order. */
  readonly pools: readonly PoolOutcome[]
}

export interface PoolOutcome {
  readonly amount: Usd
  /** Given to teams. */
  readonly shared: Usd
  /** Left with the pool's own owners. */
  readonly kept: Usd
  readonly unallocated: Usd
  readonly because: string | undefined
  /** Earlier pools that have resources which this one matches too. */
  readonly overlaps: readonly string[]
}

/** Gives every dollar to who carries it: to its own owner or, of a shared pool, to whom the pool's rule says. */
export function allocate(resources: readonly Attributable[], rules: AllocationRules): Allocated {
  const byPool = new Map<string | undefined, Attributable[]>([[undefined, []]])
  for (const { name } of rules.sharedPools) byPool.set(name, [])
  for (const resource of resources) (byPool.get(resource.pool) ?? byPool.get(undefined)!).push(resource)
  const direct = byPool.get(undefined)!
  const allocations = bucketsOf(direct).map((bucket) => own(bucket, bucket.amount, undefined, rules))
  const consumers = rules.sharedPools.length === 0 ? [] : consumersOf(direct, rules)
  const overlaps = overlapsIn(resources)
  const pools = rules.sharedPools.map((pool) => {
    const { found, outcome } = allocatePool(pool, bucketsOf(byPool.get(pool.name)!), consumers, rules)
    allocations.push(...found)
    return { ...outcome, overlaps: [...(overlaps.get(pool.name) ?? [])].sort() }
  })
  return { allocations, pools }
}

/** For each pool those that have what it matches too. */
function overlapsIn(resources: readonly Attributable[]): ReadonlyMap<string, ReadonlySet<string>> {
  const overlaps = new Map<string, Set<string>>()
  for (const { pool, otherPools = [] } of resources)
    for (const other of otherPools)
      if (pool !== undefined) overlaps.set(other, (overlaps.get(other) ?? new Set()).add(pool))
  return overlaps
}

function allocatePool(
  pool: SharedPool,
  buckets: readonly Bucket[],
  consumers: readonly Consumer[],
  rules: AllocationRules,
): { readonly found: readonly Allocation[]; readonly outcome: Omit<PoolOutcome, 'overlaps'> } {
  const found: Allocation[] = []
  // What takes money off, e.g. a credit, stays where it is.
  const costs = buckets.filter(({ amount }) => amount > ZERO)
  const amount = sum(buckets.map((bucket) => bucket.amount))
  const credits = sum(buckets.filter((bucket) => bucket.amount < ZERO).map((bucket) => bucket.amount))
  for (const bucket of buckets) if (bucket.amount < ZERO) found.push(own(bucket, bucket.amount, pool, rules))
  const { parts, kept, unallocated, because } = partsOf(pool, (amount - credits) as Usd, consumers)
  // Each owner's money is split as what is left of the whole is, so that rows and columns both add up.
  const left = [...parts, kept, unallocated].map((part) => BigInt(part))
  for (const bucket of costs) {
    const amounts = splitByWeights(bucket.amount, left)!
    for (const [at, part] of amounts.entries()) {
      if (part === ZERO) continue
      left[at]! -= BigInt(part)
      const consumer = consumers[at]
      if (consumer) found.push(shared(bucket, part, pool, consumer, rules))
      else if (at === consumers.length) found.push(own(bucket, part, pool, rules))
      else found.push(orphaned(bucket, part, pool))
    }
  }
  const outcome = { amount, shared: sum(parts), kept: (kept + credits) as Usd, unallocated, because }
  return { found, outcome }
}

/** Money that stays with its own owner. */
function own(
  { owner, atLeast }: Bucket,
  amount: Usd,
  pool: SharedPool | undefined,
  { schema }: AllocationRules,
): Allocation {
  const asked = DECISIVE.filter((dimension) => schema.dimensions[dimension] !== undefined)
  const isOwned = asked.length > 0 && asked.every((dimension) => owner[dimension].kind === 'known')
  return { kind: isOwned ? 'direct' : 'unattributed', pool: pool?.name, owner, amount, atLeast }
}

/** The team's and the model's, in the phase and the environment of what they share. */
function shared(
  { owner, atLeast }: Bucket,
  amount: Usd,
  pool: SharedPool,
  { team, model }: Consumer,
  { teams, models }: AllocationRules,
): Allocation {
  const carrier: Carrier = {
    ...owner,
    team: named(team),
    model: named(model),
    project: named(model === undefined ? undefined : models.get(model)?.project),
    costCenter: named(teams.get(team)?.costCenter),
  }
  return { kind: 'shared', pool: pool.name, owner: carrier, amount, atLeast }
}

function orphaned({ owner, atLeast }: Bucket, amount: Usd, pool: SharedPool): Allocation {
  const carrier = { ...owner, team: MISSING, model: MISSING, project: MISSING, costCenter: MISSING }
  return { kind: 'unallocated', pool: pool.name, owner: carrier, amount, atLeast }
}

/** The pool that holds what names the model `shared` and is in no other, where one is there for it. */
export function isForShared({ match }: SharedPool, { owner }: Pick<Attributable, 'owner'>): boolean {
  return match === undefined && owner.model.kind === 'known' && owner.model.value === SHARED_MODEL
}
