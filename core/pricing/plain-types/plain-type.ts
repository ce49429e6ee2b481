import type { FoundPrice } from '../basis.ts'
import { type ByUse, byUse } from '../by-use.ts'
import { extras, hourly, type Meter, monthly } from '../part.ts'
import { type Pricer, type PricingContext, pricer } from '../pricer.ts'

/** A type whose price no argument changes: a fixed charge, what it is used for, or both. */
export interface PlainType {
  readonly type: string
  /** FOCUS service name. */
  readonly service: string
  /** Charged as long as it is there. */
  readonly fixed?: FixedCharge
  readonly byUse?: readonly Use[]
}

/** In `Hours`, unless another unit is named: then by the month. */
export interface FixedCharge {
  readonly description: string
  readonly sku: string
  readonly pricingUnit?: string
  /** For a service without regions, the one whose price stands for all. */
  readonly globalIn?: string
}

/** A line of the tables: what it is, its key in usage files and what a 1 there means, its SKU and what that counts. */
export function use(
  description: string,
  key: string,
  unit: string,
  sku: ByUse['sku'],
  pricingUnit: string,
  chargedBy = unit,
): Use {
  return { description, key, unit, sku, pricingUnit, chargedBy }
}

/** The same for what is stored: GB, by the month. */
export function stored(description: string, key: string, sku: string, chargedBy: string): Use {
  return use(description, key, 'GB', sku, 'GB-Months', chargedBy)
}

type Use = Omit<ByUse, 'serviceName'>

/** The pricer of a plain type. */
export function plainPricer({ type, service: serviceName, fixed, byUse: uses = [] }: PlainType): Pricer {
  return pricer({ type, reads: {} }, function* (_, context) {
    if (fixed) yield fixedCharge(fixed, serviceName, context)
    for (const use of uses) {
      const parts = byUse({ ...use, serviceName }, context)
      yield* fixed ? extras(parts) : parts
    }
  })
}

function fixedCharge(
  { pricingUnit, globalIn, ...fixed }: FixedCharge,
  serviceName: string,
  { book, provider }: PricingContext,
): Meter {
  const price = globalIn === undefined ? undefined : book.price(provider, globalIn, fixed.sku)
  const found: FoundPrice | undefined = price && {
    price,
    basis: { kind: 'reference-region', regionId: price.regionId },
  }
  const fields = { ...fixed, serviceName, ...(found && { found }) }
  return pricingUnit === undefined ? hourly(fields) : monthly({ ...fields, pricingUnit, count: 1 })
}
