import { string } from '../../domain/reads.ts'
import { byUse } from '../by-use.ts'
import { extras, hourly, omitted } from '../part.ts'
import { pricer } from '../pricer.ts'

const DIRECT_CONNECT = 'AWS Direct Connect'

// https://aws.amazon.com/directconnect/pricing/
export const awsDxConnection = pricer(
  { type: 'aws_dx_connection', aliases: ['aws_dx_hosted_connection'], reads: { bandwidth: string() } },
  function* ({ bandwidth }, context) {
    if (bandwidth === undefined) {
      yield omitted('unknown', 'Port', '`bandwidth` is not set')
      return
    }
    yield hourly({
      description: `Port, ${bandwidth}`,
      serviceName: DIRECT_CONNECT,
      sku: `dx/port/${bandwidth}`,
    })
    yield* extras(
      byUse(
        {
          description: 'Data out',
          serviceName: DIRECT_CONNECT,
          key: 'monthly_outbound_region_to_dx_location_gb',
          unit: 'GB',
          sku: 'dx/data/out',
          pricingUnit: 'GB',
          chargedBy: 'the GB that leave AWS, by region and location',
        },
        context,
      ),
    )
  },
)
