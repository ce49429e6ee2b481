import { string } from '../../domain/reads.ts'
import { byUse } from '../by-use.ts'
import { monthly } from '../part.ts'
import { pricer } from '../pricer.ts'

// https://azure.microsoft.com/pricing/details/api-management/
export const azurermApiManagement = pricer(
  { type: 'azurerm_api_management', reads: { sku_name: string('') } },
  function* ({ sku_name: sku }, context) {
    const [tier = '', units = '1'] = sku.split('_')
    const common = { serviceName: 'API Management', sku: `azure/api_management/${tier.toLowerCase()}` }
    if (tier === 'Consumption')
      yield* byUse(
        { ...common, description: 'Calls', key: 'monthly_api_calls', unit: 'calls', pricingUnit: 'Calls' },
        context,
      )
    else
      yield monthly({
        ...common,
        description: `Units (${tier})`,
        pricingUnit: 'Unit-Months',
        count: Number(units) || 1,
      })
  },
)
