import { count, string } from '../../domain/reads.ts'
import { monthly } from '../part.ts'
import { pricer } from '../pricer.ts'

// https://azure.microsoft.com/pricing/details/app-configuration/
export const azurermAppConfiguration = pricer(
  { type: 'azurerm_app_configuration', reads: { sku: string('free'), replica: count } },
  function* ({ sku, replica }) {
    if (sku === 'free') return
    yield monthly({
      description: `Store (${sku})${replica > 0 ? ' with replicas' : ''}`,
      serviceName: 'App Configuration',
      sku: `azure/app_configuration/${sku}`,
      pricingUnit: 'Days',
      count: (365 / 12) * (1 + replica),
    })
  },
)
