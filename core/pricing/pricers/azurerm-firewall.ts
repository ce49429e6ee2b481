import { string } from '../../domain/reads.ts'
import { dataProcessed } from '../data-processed.ts'
import { extras, hourly } from '../part.ts'
import { pricer } from '../pricer.ts'

const FIREWALL = 'Azure Firewall'

// https://azure.microsoft.com/pricing/details/azure-firewall/
export const azurermFirewall = pricer(
  { type: 'azurerm_firewall', reads: { sku_tier: string('Standard') } },
  function* ({ sku_tier: tier }, context) {
    yield hourly({
      description: `Firewall (${tier})`,
      serviceName: FIREWALL,
      sku: `azure/firewall/${tier.toLowerCase()}`,
    })
    yield* extras(dataProcessed({ serviceName: FIREWALL, sku: 'azure/firewall/data' }, context))
  },
)
