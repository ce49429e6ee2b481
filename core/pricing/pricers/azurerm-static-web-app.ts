import { string } from '../../domain/reads.ts'
import { monthly } from '../part.ts'
import { pricer } from '../pricer.ts'

// https://azure.microsoft.com/pricing/details/app-service/static/
export const azurermStaticWebApp = pricer(
  { type: 'azurerm_static_web_app', reads: { sku_tier: string('Free') } },
  function* ({ sku_tier: tier }) {
    if (tier === 'Free') return
    yield monthly({
      description: `App (${tier})`,
      serviceName: 'Azure App Service',
      sku: `azure/static_web_app/${tier.toLowerCase()}`,
      pricingUnit: 'App-Months',
      count: 1,
    })
  },
)
