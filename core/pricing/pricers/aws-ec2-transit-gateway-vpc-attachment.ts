import { extra, hourly, omitted } from '../part.ts'
import { pricer } from '../pricer.ts'

// https://aws.amazon.com/transit-gateway/pricing/: the gateway is free, each attachment is charged
export const awsEc2TransitGatewayVpcAttachment = pricer(
  { type: 'aws_ec2_transit_gateway_vpc_attachment', reads: {} },
  function* () {
    yield hourly({
      description: 'Transit gateway attachment',
      serviceName: 'Amazon Virtual Private Cloud',
      sku: 'vpc/tgw/attachment/hour',
    })
    yield extra(omitted('usageBased', 'Data processed', 'charged by the GB it processes'))
  },
)
