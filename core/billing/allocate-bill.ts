import type { Consumer } from '../attribution/consumers.ts'
import { splitByWeights } from '../attribution/largest-remainder.ts'
import { partsOf } from '../attribution/pool-parts.ts'
import type { Catalogue } from '../config/catalogue.ts'
import { SHARED_MODEL } from '../config/catalogue.ts'
import type { PoolMethod, SharedPool } from '../config/shared-pools.ts'
import type { TagSchema } from '../config/tag-schema.ts'
import { add, sum, type Usd, ZERO } from '../domain/money.ts'
import { DIMENSIONS } from '../domain/owner.ts'
import type { BilledOwner, ChargeCategory, CostRow } from './cost-rows.ts'
import { findsOf, poolOf } from './pool-charges.ts'
import { methodOnBill, type PodRequests } from './pool-method.ts'

/** A part of a bill, and who carries it. All allocations of a bill add up to it. */
export interface BillAllocation {
  readonly kind: BillAllocationKind
  /** The pool that it comes through, where it is shared, or was to be. */
  readonly pool: string | undefined
  readonly category: ChargeCategory
  /** Of a commitment that is paid for and not used. */
  readonly isUnused: boolean
  readonly service: string | undefined
  readonly unit: string | undefined
  readonly owner: BilledOwner
  readonly amount: Usd
  /** What was consumed, in `unit`; 0 for what comes through a pool, whose units are not the carrier's. */
  readonly quantity: CostRow['quantity']
  readonly rows: number
}

/**
 * `direct`: its tags name team and model; `shared`: a part of a pool; `untagged`: a tag that decides is missing;
 * `unallocated`: of a pool, and its rule gives it to nobody; `apart`: a tax, credit, refund, support or unused
 * commitment that is kept in a category of its own.
 */
export type BillAllocationKind = 'direct' | 'shared' | 'untagged' | 'unallocated' | 'apart'

export interface BillPool {
  readonly pool: SharedPool
  /** How it was split: not by what pods request where nothing says that, and a fee for as many months as there are. */
  readonly method: PoolMethod
  /** Whether it can be found on a bill; false where it asks for what only Terraform knows. */
  readonly isFindable: boolean
  /** Of the export. */
  readonly rows: number
  readonly amount: Usd
  readonly shared: Usd
  readonly kept: Usd
  readonly unallocated: Usd
  readonly because: string | undefined
}

export interface AllocatedBill {
  readonly allocations: readonly BillAllocation[]
  readonly pools: readonly BillPool[]
}

export interface BillRules extends Catalogue {
  readonly schema: TagSchema
  readonly sharedPools: readonly SharedPool[]
  /** What pods request, where something besides the bill says so. */
  readonly pods?: readonly PodRequests[]
  /** As which the period counts where a rule is by the month. Default: one. */
  readonly months?: number
  /** Whether charges of this category are kept apart, and not charged to whom their tags name. */
  isApart(row: CostRow): boolean
}

/** Gives every cent of a bill to who carries it. Sharing comes first; a report filters what is then there. */
export function allocateBill(rows: readonly CostRow[], rules: BillRules): AllocatedBill {
  const allocations: BillAllocation[] = []
  const direct: CostRow[] = []
  const byPool = new Map<SharedPool, CostRow[]>(rules.sharedPools.map((pool) => [pool, []]))
  for (const row of rows) {
    const pool = rules.isApart(row) ? undefined : poolOf(row, rules.sharedPools, rules.schema)
    if (pool) byPool.get(pool)!.push(row)
    else direct.push(row)
  }
  for (const row of merged(direct)) allocations.push(own(row, rules))
  const charged = direct.filter((row) => !rules.isApart(row))
  const consumers = consumersOf(charged, rules, [])
  // Who only has pods carries what is split by pods, and no fee or other part.
  const withPods = consumersOf(charged, rules, rules.pods ?? [])
  const pools = [...byPool].map(([pool, members]) => {
    const among = pool.method.kind === 'pod-requests' ? withPods : consumers
    return split(pool, merged(members), among, rules, allocations)
  })
  return { allocations, pools }
}

/** Rows that differ in their day or account alone, as one. */
function merged(rows: readonly CostRow[]): readonly CostRow[] {
  const found = new Map<string, CostRow>()
  for (const row of rows) {
    const { category, isUnused, service, unit, owner } = row
    const key = JSON.stringify([category, isUnused, service, unit, DIMENSIONS.map((each) => owner[each])])
    const same = found.get(key)
    found.set(
      key,
      same
        ? {
            ...same,
            amount: add(same.amount, row.amount),
            quantity: (same.quantity + row.quantity) as CostRow['quantity'],
            rows: same.rows + row.rows,
          }
        : { ...row, day: undefined, account: undefined },
    )
  }
  return [...found.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row)
}

function own(row: CostRow, rules: BillRules, pool?: SharedPool, amount: Usd = row.amount): BillAllocation {
  const { category, isUnused, service, unit, owner, quantity, rows } = row
  const isOwned = owner.team !== undefined && owner.model !== undefined
  const kind = rules.isApart(row) ? 'apart' : isOwned ? 'direct' : 'untagged'
  return { kind, pool: pool?.name, category, isUnused, service, unit, owner, amount, quantity, rows }
}

function consumersOf(
  rows: readonly CostRow[],
  { models }: Catalogue,
  pods: readonly PodRequests[],
): readonly Consumer[] {
  const consumers = new Map<string, Consumer>()
  const at = (team: string, model: string | undefined): Consumer => {
    const key = JSON.stringify([team, model ?? null])
    const found = consumers.get(key) ?? { team, model, direct: ZERO, pods: new Map() }
    consumers.set(key, found)
    return found
  }
  for (const [name, { team }] of models) if (team !== undefined) at(team, name)
  for (const { owner, amount } of rows) {
    if (owner.team === undefined || owner.model === SHARED_MODEL || amount <= ZERO) continue
    const consumer = at(owner.team, owner.model)
    consumer.direct = add(consumer.direct, amount)
  }
  for (const { team, model, cluster, amount } of pods) {
    if (model === SHARED_MODEL || amount <= ZERO) continue
    const consumer = at(team, model)
    consumer.pods.set(cluster, add(consumer.pods.get(cluster) ?? ZERO, amount))
  }
  return [...consumers.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, consumer]) => consumer)
}

function split(
  pool: SharedPool,
  rows: readonly CostRow[],
  consumers: readonly Consumer[],
  rules: BillRules,
  allocations: BillAllocation[],
): BillPool {
  const costs = rows.filter(({ amount }) => amount > ZERO)
  const credits = rows.filter(({ amount }) => amount < ZERO)
  // What takes money off stays where it is.
  for (const row of credits) allocations.push(own(row, rules, pool))
  const amount = sum(costs.map((row) => row.amount))
  const method = methodOnBill(pool.method, consumers, rules.months)
  const { parts, kept, unallocated, because } = partsOf({ ...pool, method }, amount, consumers)
  // Each row is split as what is left of the whole is, so that rows and columns both add up.
  const left = [...parts, kept, unallocated].map((part) => BigInt(part))
  for (const row of kept === ZERO ? merged(costs.map(withoutOwner)) : costs)
    for (const [at, part] of splitByWeights(row.amount, left)!.entries()) {
      if (part === ZERO) continue
      left[at]! -= BigInt(part)
      const consumer = consumers[at]
      if (consumer) allocations.push(carried(row, part, pool, 'shared', consumer, rules))
      else if (at === consumers.length) allocations.push(own(row, rules, pool, part))
      else allocations.push(carried(row, part, pool, 'unallocated', undefined, rules))
    }
  const off = sum(credits.map((row) => row.amount))
  return {
    pool,
    method,
    isFindable: findsOf(pool) !== undefined,
    rows: rows.reduce((count, row) => count + row.rows, 0),
    amount: add(amount, off),
    shared: sum(parts),
    kept: add(kept, off),
    unallocated,
    because,
  }
}

/** Whom a charge names does not matter once others carry it: a pool of many owners is split as a few rows. */
function withoutOwner(row: CostRow): CostRow {
  const { phase, environment } = row.owner
  return {
    ...row,
    owner: { ...(phase !== undefined && { phase }), ...(environment !== undefined && { environment }) },
  }
}

/** The carrier's, in the phase and the environment of what is shared. */
function carried(
  { category, isUnused, service, owner, quantity }: CostRow,
  amount: Usd,
  pool: SharedPool,
  kind: 'shared' | 'unallocated',
  consumer: Consumer | undefined,
  { teams, models }: Catalogue,
): BillAllocation {
  const { phase, environment } = owner
  const model = consumer?.model
  const project = model === undefined ? undefined : models.get(model)?.project
  const costCenter = consumer && teams.get(consumer.team)?.costCenter
  const named = { phase, environment, team: consumer?.team, model, project, costCenter }
  const known = Object.entries(named).filter(([, value]) => value !== undefined)
  return {
    kind,
    pool: pool.name,
    category,
    isUnused,
    service,
    unit: undefined,
    owner: Object.fromEntries(known),
    amount,
    quantity: (quantity - quantity) as CostRow['quantity'],
    rows: 0,
  }
}
