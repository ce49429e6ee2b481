import { string } from '../../domain/reads.ts'
import { hourly } from '../part.ts'
import { pricer } from '../pricer.ts'

// https://azure.microsoft.com/pricing/details/vpn-gateway/
export const azurermVirtualNetworkGateway = pricer(
  { type: 'azurerm_virtual_network_gateway', reads: { type: string('Vpn'), sku: string('Basic') } },
  function* ({ type, sku }) {
    yield hourly({
      description: `${type === 'ExpressRoute' ? 'ExpressRoute' : 'VPN'} gateway (${sku})`,
      serviceName: 'VPN Gateway',
      sku: `azure/${type === 'ExpressRoute' ? 'expressroute_gateway' : 'vpn_gateway'}/${sku.toLowerCase()}`,
    })
  },
)
