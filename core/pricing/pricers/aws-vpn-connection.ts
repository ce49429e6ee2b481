import { isSet } from '../../domain/reads.ts'
import { dataProcessed } from '../data-processed.ts'
import { extras, hourly } from '../part.ts'
import { pricer } from '../pricer.ts'

const VPC = 'Amazon Virtual Private Cloud'

// https://aws.amazon.com/vpn/pricing/; on a transit gateway it is an attachment as well
export const awsVpnConnection = pricer(
  { type: 'aws_vpn_connection', reads: { transit_gateway_id: isSet } },
  function* ({ transit_gateway_id: onTransitGateway }, context) {
    yield hourly({ description: 'VPN connection', serviceName: 'AWS VPN', sku: 'vpn/connection' })
    if (!onTransitGateway) return
    yield hourly({
      description: 'Transit gateway attachment',
      serviceName: VPC,
      sku: 'vpc/tgw/attachment/hour',
    })
    yield* extras(
      dataProcessed(
        { serviceName: VPC, sku: 'vpc/tgw/data', chargedBy: 'the GB the transit gateway processes' },
        context,
      ),
    )
  },
)
