import { string } from '../../domain/reads.ts'
import { hourly } from '../part.ts'
import { pricer } from '../pricer.ts'

// https://azure.microsoft.com/pricing/details/ip-addresses/
export const azurermPublicIp = pricer(
  {
    type: 'azurerm_public_ip',
    reads: { sku: string('Standard'), sku_tier: string('Regional'), allocation_method: string('Static') },
  },
  function* ({ sku, sku_tier, allocation_method }) {
    const kind =
      sku_tier === 'Global'
        ? 'global'
        : sku === 'Basic'
          ? `basic_${allocation_method.toLowerCase()}`
          : 'standard'
    yield hourly({
      description: `Public IP address (${sku}, ${allocation_method.toLowerCase()})`,
      serviceName: 'Virtual Network',
      sku: `azure/public_ip/${kind}`,
    })
  },
)
