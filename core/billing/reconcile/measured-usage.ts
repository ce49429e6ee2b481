import { HOURS_KEY } from '../../config/calibration.ts'
import { daysBetween } from '../../domain/days.ts'
import { tableOf } from '../../domain/table-of.ts'
import type { Period } from '../cost-rows.ts'
import { MONTH_HOURS } from './average-month.ts'
import type { BilledResource } from './billed-resources.ts'
import type { EstimatedResource } from './estimated-resource.ts'
import type { Joined } from './join-resources.ts'
import { measures, unitOf } from './units.ts'

/** By address: how much of each quantity a usage file is to say. */
export type MeasuredUsage = ReadonlyMap<string, ReadonlyMap<string, number>>

/** Why a joined resource is left as it is. */
const NOT_MEASURED = [
  'part of the period',
  'as estimated',
  'no quantity fits',
  'address of several projects',
] as const
export type NotMeasured = (typeof NOT_MEASURED)[number]

/** Less of a difference is none. */
const SAME = 0.001
/** Of several keys of one unit, the one that a bill's quantity is of unless somebody says otherwise. */
const USUAL_KEYS: Readonly<Record<string, string>> = tableOf({ aws_s3_bucket: 'standard.storage_gb' })
/** Days at either end of the period that weekends and late starts may take. */
const SLACK = 7

/**
 * What would make an estimate's quantities those of the bill: hours from hours, and each quantity of a usage file from
 * the one use of its unit. `allMonth` says how many hours a resource has where it runs all month.
 */
export function measuredUsage(
  joined: Joined,
  allMonthHours: number,
  period: Period,
): ReadonlyMap<string, number> | NotMeasured {
  const { estimated, billed } = joined
  if (billed.some((each) => isPartOf(each, period))) return 'part of the period'
  const found = new Map<string, number>()
  const [billedHours, hoursNow] = [usedIn(billed, 'hours'), estimatedIn(estimated, 'hours')]
  if (billedHours > 0 && allMonthHours > 0 && differs(billedHours, hoursNow))
    found.set(HOURS_KEY, rounded((MONTH_HOURS * billedHours) / allMonthHours))
  const units = new Set(billed.flatMap(({ uses }) => uses.map(({ unit }) => unit)))
  for (const unit of units) {
    const keys = estimated.usageKeys.filter((key) => measures(key, unit))
    const usual = keys.filter(({ key }) => key === USUAL_KEYS[estimated.type])
    const [key, ...others] = usual.length > 0 ? usual : keys
    const quantity = usedIn(billed, unit)
    if (!key || others.length > 0 || unit === 'hours' || !(quantity > 0)) continue
    if (differs(quantity, estimatedIn(estimated, unit)))
      found.set(key.key, rounded(quantity / unitOf(key.unit).per))
  }
  if (found.size > 0) return found
  return units.size > 0 &&
    [...units].every((unit) => !differs(usedIn(billed, unit), estimatedIn(estimated, unit)))
    ? 'as estimated'
    : 'no quantity fits'
}

export const usedIn = (billed: readonly BilledResource[], unit: string): number =>
  billed.reduce(
    (sum, { uses }) => uses.reduce((total, use) => total + (use.unit === unit ? use.quantity : 0), sum),
    0,
  )

export const estimatedIn = ({ charges }: EstimatedResource, unit: string): number =>
  charges.reduce((sum, charge) => sum + (charge.unit === unit ? charge.quantity : 0), 0)

export const differs = (a: number, b: number): boolean =>
  Math.abs(a - b) > SAME * Math.max(Math.abs(a), Math.abs(b))

/** What began or ended within the period says nothing of a whole month. */
function isPartOf({ firstDay, lastDay }: BilledResource, { from, until }: Period): boolean {
  if (firstDay === undefined || lastDay === undefined) return false
  return daysBetween(from, firstDay) > SLACK || daysBetween(lastDay, until) > SLACK + 1
}

/** Six digits that count: a bill's own are no more exact. */
const rounded = (quantity: number): number => Number(quantity.toPrecision(6))
