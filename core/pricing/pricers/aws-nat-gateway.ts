import { byUse } from '../by-use.ts'
import { extras, hourly } from '../part.ts'
import { pricer } from '../pricer.ts'

const VPC = 'Amazon Virtual Private Cloud'

// https://aws.amazon.com/vpc/pricing/
export const awsNatGateway = pricer({ type: 'aws_nat_gateway', reads: {} }, function* (_, context) {
  yield hourly({ description: 'NAT gateway', serviceName: VPC, sku: 'nat/gateway/hour' })
  yield* extras(
    byUse(
      {
        description: 'Data processed',
        serviceName: VPC,
        key: 'monthly_data_processed_gb',
        unit: 'GB',
        sku: 'nat/gateway/data',
        pricingUnit: 'GB',
        chargedBy: 'the GB it processes',
      },
      context,
    ),
  )
})
