import { SERVING_PHASE } from '../../config/bill.ts'
import type { Usd } from '../../domain/money.ts'
import type { BillAllocation } from '../allocate-bill.ts'
import { type Decimal, fromNumber, NOTHING, plus } from '../decimal.ts'
import type { Volumes } from '../report/volumes.ts'
import type { RecordKey, RecordUnits } from './record.ts'
import { unitRate } from './unit-rate.ts'

/** What the charges behind a record consumed. */
export interface Consumed {
  readonly quantities: ReadonlyMap<string | undefined, Decimal>
}

export function consumedBy(allocations: readonly BillAllocation[]): Consumed {
  const quantities = new Map<string | undefined, Decimal>()
  for (const { unit, quantity, amount } of allocations) {
    // A charge of nothing for nothing has no say.
    if (unit === undefined && quantity === NOTHING && amount === 0) continue
    quantities.set(unit, plus(quantities.get(unit) ?? NOTHING, quantity))
  }
  return { quantities }
}

/**
 * Predictions where they were counted in the period and the record is all that serving the model costs directly; else
 * what its charges consumed, where all of it is in one unit. Never units of 0, or a rate that does not give the amount.
 */
export function unitsOf(
  key: RecordKey,
  amount: Usd,
  consumed: Consumed,
  volumes: Volumes | undefined,
  isServedByOne: boolean,
): RecordUnits {
  const { kind, name } = key.category
  const none = (because: string): RecordUnits => ({ kind: 'none', because })
  const known = (units: Decimal, unit: string): RecordUnits =>
    units > NOTHING
      ? { kind: 'known', units, unit, rate: unitRate(amount, units) }
      : none(`its charges consumed no ${unit}`)
  if (kind === 'shared') return none('a part of a pool has no units of its own')
  if (kind === 'kept' || kind === 'unallocated') return none('what is left of a pool has no units of its own')
  if (kind === 'charge') return none('it is no use of anything')
  const predictions =
    kind === 'phase' && name === SERVING_PHASE && isServedByOne && key.model !== undefined
      ? volumes?.get(key.model)?.predictions
      : undefined
  if (predictions !== undefined && predictions > 0) return known(fromNumber(predictions), 'Predictions')
  const { quantities } = consumed
  if (quantities.size === 0) return none('its charges consumed nothing')
  if (quantities.has(undefined)) return none('some of its charges have no unit')
  const units = [...quantities.keys()].filter((unit) => unit !== undefined).sort()
  const [only, ...others] = units
  if (others.length > 0) return none(`its charges are in several units: ${units.join(', ')}`)
  return known(quantities.get(only)!, only!)
}

/** A fee is by the month, and by the days that have passed of one that is not over; of days that are no whole months, by the period. */
export function feeUnits(amount: Usd, months: number | undefined): RecordUnits {
  const units = fromNumber(months ?? 1)
  return {
    kind: 'known',
    units,
    unit: months === undefined ? 'Periods' : 'Months',
    rate: unitRate(amount, units),
  }
}
