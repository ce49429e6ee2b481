import { string } from '../../domain/reads.ts'
import { byUse } from '../by-use.ts'
import { hourly } from '../part.ts'
import { pricer } from '../pricer.ts'
import { HOURS_PER_MONTH } from '../usage.ts'

// https://aws.amazon.com/neptune/pricing/
export const awsNeptuneClusterInstance = pricer(
  { type: 'aws_neptune_cluster_instance', reads: { instance_class: string('db.r5.large') } },
  function* ({ instance_class }, context) {
    if (instance_class === 'db.serverless') {
      yield* byUse(
        {
          description: 'Serverless instance',
          serviceName: 'Amazon Neptune',
          key: 'capacity_units_per_hr',
          unit: 'NCUs, on average',
          sku: 'neptune/serverless/ncu',
          pricingUnit: 'NCU-Hours',
          per: HOURS_PER_MONTH,
          chargedBy: 'NCU-hour between the minimum and maximum of its cluster',
        },
        context,
      )
      return
    }
    yield hourly({
      description: `Instance (${instance_class})`,
      serviceName: 'Amazon Neptune',
      sku: `neptune/${instance_class}`,
    })
  },
)
