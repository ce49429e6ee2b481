import { tableOf } from '../domain/table-of.ts'
import { type AssumptionPart, assumption } from './part.ts'
import type { PricingContext } from './pricer.ts'
import { HOURS_PER_MONTH } from './usage.ts'

/** https://cloud.google.com/compute/docs/sustained-use-discounts: by family, what is left of a full month's list price */
const LEFT: Readonly<Record<string, number>> = tableOf({ n1: 70, m1: 70, m2: 70, n2: 80, n2d: 80, c2: 80 })

/**
 * What Google takes off by itself where a machine runs all month. It is stated and not taken off: `prices.discounts`
 * says so for one's own bill, where commitments may stand in its place; who says anything there is not told.
 */
export function* sustainedUse(
  machineType: string,
  charge: { readonly serviceName: string; readonly sku: string },
  { hours, discount }: PricingContext,
): Generator<AssumptionPart> {
  const family = /^custom-/.test(machineType) ? 'n1' : machineType.slice(0, machineType.indexOf('-'))
  const left = LEFT[family]
  if (left === undefined || hours !== HOURS_PER_MONTH || discount(charge.serviceName, charge.sku)) return
  yield assumption(
    `without sustained-use discount: a full month of ${family.toUpperCase()} is billed at ${left} % of the list price`,
  )
}
