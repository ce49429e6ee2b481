import { string } from '../../domain/reads.ts'
import { byUse } from '../by-use.ts'
import { extras, hourly } from '../part.ts'
import { pricer } from '../pricer.ts'

const BASTION = 'Azure Bastion'

// https://azure.microsoft.com/pricing/details/azure-bastion/
export const azurermBastionHost = pricer(
  { type: 'azurerm_bastion_host', reads: { sku: string('Basic') } },
  function* ({ sku }, context) {
    if (sku === 'Developer') return
    yield hourly({
      description: `Bastion (${sku})`,
      serviceName: BASTION,
      sku: `azure/bastion/${sku.toLowerCase()}`,
    })
    yield* extras(
      byUse(
        {
          description: 'Data sent',
          serviceName: BASTION,
          key: 'monthly_outbound_data_gb',
          unit: 'GB',
          sku: 'azure/bastion/data/outbound',
          pricingUnit: 'GB',
        },
        context,
      ),
    )
  },
)
