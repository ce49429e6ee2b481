import { extra, hourly, omitted } from '../part.ts'
import { pricer } from '../pricer.ts'

// https://aws.amazon.com/vpc/pricing/
export const awsNatGateway = pricer({ type: 'aws_nat_gateway', reads: {} }, function* () {
  yield hourly({
    description: 'NAT gateway',
    serviceName: 'Amazon Virtual Private Cloud',
    sku: 'nat/gateway/hour',
  })
  yield extra(omitted('usageBased', 'Data processed', 'charged by the GB it processes'))
})
