import { string } from '../../domain/reads.ts'
import { byUse } from '../by-use.ts'

import { pricer } from '../pricer.ts'

// https://azure.microsoft.com/pricing/details/load-balancer/
export const azurermLb = pricer(
  { type: 'azurerm_lb', reads: { sku: string('Standard') } },
  function* ({ sku }, context) {
    // Its rules are charged, each by itself.
    if (sku === 'Basic') return
    yield* byUse(
      {
        description: 'Data processed',
        serviceName: 'Load Balancer',
        key: 'monthly_data_processed_gb',
        unit: 'GB',
        sku: 'azure/lb/data',
        pricingUnit: 'GB',
        chargedBy: 'the GB it processes; its rules are charged themselves',
      },
      context,
    )
  },
)
