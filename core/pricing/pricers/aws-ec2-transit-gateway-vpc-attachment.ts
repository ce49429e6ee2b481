import { dataProcessed } from '../data-processed.ts'
import { extras, hourly } from '../part.ts'
import { pricer } from '../pricer.ts'

const VPC = 'Amazon Virtual Private Cloud'

// https://aws.amazon.com/transit-gateway/pricing/
export const awsEc2TransitGatewayVpcAttachment = pricer(
  { type: 'aws_ec2_transit_gateway_vpc_attachment', reads: {} },
  function* (_, context) {
    yield hourly({ description: 'Attachment', serviceName: VPC, sku: 'vpc/tgw/attachment/hour' })
    yield* extras(
      dataProcessed({ serviceName: VPC, sku: 'vpc/tgw/data', chargedBy: 'the GB it processes' }, context),
    )
  },
)
