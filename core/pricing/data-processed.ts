import { type ByUse, byUse } from './by-use.ts'
import type { Part } from './part.ts'
import type { PricingContext } from './pricer.ts'

/** What gateways and load balancers charge for what goes through them, by the GB. */
export const dataProcessed = (
  use: Pick<ByUse, 'serviceName' | 'sku' | 'chargedBy'>,
  context: PricingContext,
): Generator<Part> =>
  byUse(
    {
      description: 'Data processed',
      key: 'monthly_data_processed_gb',
      unit: 'GB',
      pricingUnit: 'GB',
      ...use,
    },
    context,
  )
