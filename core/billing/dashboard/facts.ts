import { add, type Usd, ZERO } from '../../domain/money.ts'
import type { BillAllocation } from '../allocate-bill.ts'
import type { PeriodBill } from '../period-bill.ts'
import type { Buckets } from './buckets.ts'
import type { DatedPart } from './dated-parts.ts'
import { spreadIdle } from './spread-idle.ts'

/** What can be chosen and grouped by. */
export const FACT_DIMENSIONS = [
  'team',
  'model',
  'project',
  'phase',
  'environment',
  'costCenter',
  'service',
] as const
export type FactDimension = (typeof FACT_DIMENSIONS)[number]

/**
 * `direct`, `shared` and `untagged` as allocations have them; `idle`: an unused commitment, or a pool's rest that its rule
 * gives to nobody; `apart`: a tax, credit, refund or support, which nobody's tags are asked of.
 */
export const FACT_KINDS = ['direct', 'shared', 'untagged', 'idle', 'apart'] as const
export type FactKind = (typeof FACT_KINDS)[number]

/** All money of one owner, service and kind, over time. */
export interface Fact {
  readonly of: FactOwner
  readonly kind: FactKind
  /** Idle cost by who would carry it in proportion to direct costs: in the place of what is idle, never beside it. */
  readonly isSpread: boolean
  /** By bucket of the period; they add up to the last of `periods`. */
  readonly days: readonly Usd[]
  readonly periods: readonly Usd[]
}

export type FactOwner = Readonly<Partial<Record<FactDimension, string>>>

/** The period's money, its share of earlier periods beside it. */
export function factsOf(
  dated: readonly DatedPart[],
  earlier: readonly PeriodBill[],
  buckets: Buckets,
): readonly Fact[] {
  const facts = openFacts(buckets.labels.length, earlier.length + 1)
  const oldestFirst = [...earlier].reverse()
  for (const [at, { allocated }] of oldestFirst.entries())
    for (const each of allocated.allocations)
      facts.add(kindOf(each), ownerOf(each), at, undefined, each.amount)
  for (const { allocation, days } of dated)
    for (const [day, amount] of days)
      facts.add(kindOf(allocation), ownerOf(allocation), earlier.length, buckets.at(day), amount)
  const found = facts.all()
  return [...found, ...spreadIdle(found)]
}

function kindOf({ kind, isUnused }: BillAllocation): FactKind {
  if (kind === 'unallocated') return 'idle'
  if (kind === 'apart' && isUnused) return 'idle'
  return kind
}

function ownerOf({ kind, owner, service }: BillAllocation): FactOwner {
  const isNobodys = kind === 'apart' || kind === 'unallocated'
  const { experiment, ...tags } = owner
  return { ...(isNobodys ? {} : tags), ...(service !== undefined && { service }) }
}

export interface OpenFacts {
  add(kind: FactKind, of: FactOwner, period: number, bucket: number | undefined, amount: Usd): void
  /** Adds up what is of one owner and kind. */
  merge(fact: Fact, of: FactOwner): void
  all(): readonly Fact[]
}

interface OpenFact extends Fact {
  readonly days: Usd[]
  readonly periods: Usd[]
}

export function openFacts(buckets: number, periods: number): OpenFacts {
  const found = new Map<string, OpenFact>()
  const open = (kind: FactKind, of: FactOwner, isSpread: boolean): OpenFact => {
    const key = JSON.stringify([kind, isSpread, FACT_DIMENSIONS.map((dimension) => of[dimension])])
    const there = found.get(key)
    if (there) return there
    const made: OpenFact = {
      of,
      kind,
      isSpread,
      days: Array<Usd>(buckets).fill(ZERO),
      periods: Array<Usd>(periods).fill(ZERO),
    }
    found.set(key, made)
    return made
  }
  return {
    add(kind, of, period, bucket, amount) {
      const fact = open(kind, of, false)
      fact.periods[period] = add(fact.periods[period]!, amount)
      if (bucket !== undefined) fact.days[bucket] = add(fact.days[bucket]!, amount)
    },
    merge({ kind, isSpread, days, periods: amounts }, of) {
      const fact = open(kind, of, isSpread)
      for (const [at, amount] of days.entries()) fact.days[at] = add(fact.days[at]!, amount)
      for (const [at, amount] of amounts.entries()) fact.periods[at] = add(fact.periods[at]!, amount)
    },
    all: () => [...found.values()],
  }
}
