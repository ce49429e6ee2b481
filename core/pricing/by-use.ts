import { assumption, monthly, omitted, type Part } from './part.ts'
import type { PricingContext } from './pricer.ts'
import { rates } from './rates.ts'

/** Something that is charged by how much of it is used, which only a usage file can say. */
export interface ByUse {
  /** e.g. `Requests` */
  readonly description: string
  readonly serviceName: string
  /** In the usage file: `monthly_requests`, `standard.storage_gb`. Infracost's, where it has one. */
  readonly key: string
  /** What a 1 under the key is, e.g. `requests`, `GB`. */
  readonly unit: string
  /** The one SKU, or one for each tier, from the first unit on. */
  readonly sku: string | readonly Tier[]
  readonly pricingUnit: string
  /** Units of the SKU for a 1 under the key, where they differ. */
  readonly per?: number
  /** e.g. `request`; without it, the unit. */
  readonly chargedBy?: string
}

/** A SKU for the units above `from`, up to the next tier. */
export interface Tier {
  readonly sku: string
  readonly from: number
}

/** A charge for what is said to be used; where nothing is said, an omission, and what a unit costs. */
export function* byUse(use: ByUse, context: PricingContext): Generator<Part> {
  const { description, serviceName, key, unit, sku, pricingUnit, per = 1 } = use
  const tiers = typeof sku === 'string' ? [{ sku, from: 0 }] : sku
  const stated = context.quantity({ key, unit })
  if (!stated) {
    yield omitted('usageBased', description, `charged by ${use.chargedBy ?? unit}`)
    yield* rates([tiers[0]!.sku], context)
    return
  }
  const total = stated.value * per
  for (const [index, { sku, from }] of tiers.entries()) {
    if (index > 0 && total <= from) break
    const count = Math.min(total, tiers[index + 1]?.from ?? total) - from
    const above = from > 0 ? `${description}, above ${from}` : description
    yield monthly({ description: above, serviceName, sku, count, pricingUnit })
  }
  yield assumption(`\`${key}\` is ${stated.value} (${stated.place})`)
}
