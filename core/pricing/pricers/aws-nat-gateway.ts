import { dataProcessed } from '../data-processed.ts'
import { extras, hourly } from '../part.ts'
import { pricer } from '../pricer.ts'

const VPC = 'Amazon Virtual Private Cloud'

// https://aws.amazon.com/vpc/pricing/
export const awsNatGateway = pricer({ type: 'aws_nat_gateway', reads: {} }, function* (_, context) {
  yield hourly({ description: 'NAT gateway', serviceName: VPC, sku: 'nat/gateway/hour' })
  yield* extras(
    dataProcessed({ serviceName: VPC, sku: 'nat/gateway/data', chargedBy: 'the GB it processes' }, context),
  )
})
