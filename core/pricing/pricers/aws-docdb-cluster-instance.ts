import { string } from '../../domain/reads.ts'
import { byUse } from '../by-use.ts'
import { hourly, omitted } from '../part.ts'
import { pricer } from '../pricer.ts'
import { HOURS_PER_MONTH } from '../usage.ts'

// https://aws.amazon.com/documentdb/pricing/
export const awsDocdbClusterInstance = pricer(
  { type: 'aws_docdb_cluster_instance', reads: { instance_class: string() } },
  function* ({ instance_class }, context) {
    if (instance_class === undefined) {
      yield omitted('unknown', 'Instance', '`instance_class` is not set')
      return
    }
    if (instance_class === 'db.serverless') {
      yield* byUse(
        {
          description: 'Serverless instance',
          serviceName: 'Amazon DocumentDB',
          key: 'capacity_units_per_hr',
          unit: 'DCUs, on average',
          sku: 'docdb/serverless/dcu',
          pricingUnit: 'DCU-Hours',
          per: HOURS_PER_MONTH,
          chargedBy: 'DCU-hour between the minimum and maximum of its cluster',
        },
        context,
      )
      return
    }
    yield hourly({
      description: `Instance (${instance_class})`,
      serviceName: 'Amazon DocumentDB',
      sku: `docdb/${instance_class}`,
    })
  },
)
