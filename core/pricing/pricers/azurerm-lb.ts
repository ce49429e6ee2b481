import { string } from '../../domain/reads.ts'
import { dataProcessed } from '../data-processed.ts'
import { pricer } from '../pricer.ts'

// https://azure.microsoft.com/pricing/details/load-balancer/
export const azurermLb = pricer(
  { type: 'azurerm_lb', reads: { sku: string('Standard') } },
  function* ({ sku }, context) {
    // Its rules are charged, each by itself.
    if (sku === 'Basic') return
    yield* dataProcessed(
      {
        serviceName: 'Load Balancer',
        sku: 'azure/lb/data',
        chargedBy: 'the GB it processes; its rules are charged themselves',
      },
      context,
    )
  },
)
