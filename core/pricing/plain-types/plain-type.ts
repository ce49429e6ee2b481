import { type ByUse, byUse } from '../by-use.ts'
import { extras, hourly, type Meter, monthly } from '../part.ts'
import { type Pricer, pricer } from '../pricer.ts'

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

type Use = Omit<ByUse, 'serviceName'>

/** The pricer of a plain type. */
export function plainPricer({ type, service: serviceName, fixed, byUse: uses = [] }: PlainType): Pricer {
  return pricer({ type, reads: {} }, function* (_, context) {
    if (fixed) yield fixedCharge(fixed, serviceName)
    for (const use of uses) {
      const parts = byUse({ ...use, serviceName }, context)
      yield* fixed ? extras(parts) : parts
    }
  })
}

function fixedCharge({ pricingUnit, ...fixed }: FixedCharge, serviceName: string): Meter {
  return pricingUnit === undefined
    ? hourly({ ...fixed, serviceName })
    : monthly({ ...fixed, serviceName, pricingUnit, count: 1 })
}
