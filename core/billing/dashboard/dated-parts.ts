import { splitByWeights } from '../../attribution/largest-remainder.ts'
import { add, subtract, sum, type Usd, ZERO } from '../../domain/money.ts'
import { DIMENSIONS } from '../../domain/owner.ts'
import type { BillAllocation } from '../allocate-bill.ts'
import type { CostRow } from '../cost-rows.ts'
import type { PeriodBill } from '../period-bill.ts'

/** An allocation of a period, and what of it fell on which day; the days add up to it. */
export interface DatedPart {
  readonly allocation: BillAllocation
  readonly days: Days
}

/** By day; charges without one are under undefined. */
export type Days = ReadonlyMap<string | undefined, Usd>
type OpenDays = Map<string | undefined, Usd>

/**
 * Pools are split by the period and not by the day: a flat fee is one of a month. What each has of a pool fell on the days
 * on which the pool was billed.
 */
export function datedParts({ rows, allocated }: PeriodBill): readonly DatedPart[] {
  const owned = allocated.allocations.filter(({ kind }) => kind !== 'shared' && kind !== 'unallocated')
  const carried = allocated.allocations.filter(({ kind }) => kind === 'shared' || kind === 'unallocated')
  const byOwner = daysBy(rows, ownKey)
  const ownParts = deal(owned, ownKey, byOwner)
  // What is left by those whose tags are on the charges was billed to the pools.
  const left = new Map<string, OpenDays>()
  for (const [key, row] of firstBy(rows, ownKey))
    for (const [day, amount] of byOwner.get(key)!) addTo(at(left, poolKey(row)), day, amount)
  return [...ownParts, ...deal(carried, poolKey, left)]
}

/** Takes each allocation's days out of what is there under its key. */
function deal(
  allocations: readonly BillAllocation[],
  keyOf: (allocation: BillAllocation) => string,
  there: ReadonlyMap<string, OpenDays>,
): readonly DatedPart[] {
  const wanted = new Map<string, number>()
  for (const each of allocations) wanted.set(keyOf(each), (wanted.get(keyOf(each)) ?? 0) + each.amount)
  return allocations.map((allocation) => {
    const key = keyOf(allocation)
    const days = there.get(key) ?? new Map()
    const taken =
      allocation.amount === sum(days.values()) && wanted.get(key) === allocation.amount
        ? new Map(days)
        : share(allocation.amount, days)
    wanted.set(key, wanted.get(key)! - allocation.amount)
    for (const [day, amount] of taken) days.set(day, subtract(days.get(day) ?? ZERO, amount))
    return { allocation, days: taken }
  })
}

/** An amount over days as they have money left, or on no day where they have none. */
function share(amount: Usd, days: OpenDays): OpenDays {
  const sign = amount < 0 ? -1 : 1
  const names = [...days.keys()]
  const weights = names.map((day) => BigInt(Math.max(0, sign * days.get(day)!)))
  const parts = splitByWeights(Math.abs(amount) as Usd, weights)
  if (!parts) return new Map([[undefined, amount]])
  return new Map(
    names.flatMap((day, index): [string | undefined, Usd][] =>
      parts[index] === ZERO ? [] : [[day, (sign * parts[index]!) as Usd]],
    ),
  )
}

type Keyed = Pick<CostRow, 'category' | 'isUnused' | 'service' | 'owner' | 'unit'>

const ownKey = ({ category, isUnused, service, unit, owner }: Keyed): string =>
  JSON.stringify([category, isUnused, service, unit, DIMENSIONS.map((dimension) => owner[dimension])])

/** What an allocation of a pool keeps of the charge that is shared. */
const poolKey = ({ category, isUnused, service, owner: { phase, environment } }: Keyed): string =>
  JSON.stringify([category, isUnused, service, phase, environment])

function daysBy(rows: readonly CostRow[], keyOf: (row: CostRow) => string): ReadonlyMap<string, OpenDays> {
  const found = new Map<string, OpenDays>()
  for (const row of rows) addTo(at(found, keyOf(row)), row.day, row.amount)
  return found
}

function firstBy(rows: readonly CostRow[], keyOf: (row: CostRow) => string): ReadonlyMap<string, CostRow> {
  const found = new Map<string, CostRow>()
  for (const row of rows) {
    const key = keyOf(row)
    if (!found.has(key)) found.set(key, row)
  }
  return found
}

function at(found: Map<string, OpenDays>, key: string): OpenDays {
  const there = found.get(key) ?? new Map()
  found.set(key, there)
  return there
}

const addTo = (days: OpenDays, day: string | undefined, amount: Usd): void => {
  days.set(day, add(days.get(day) ?? ZERO, amount))
}
