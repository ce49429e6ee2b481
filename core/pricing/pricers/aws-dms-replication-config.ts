import { block, bool, number } from '../../domain/reads.ts'
import { assumption, hourly, omitted } from '../part.ts'
import { pricer } from '../pricer.ts'

// https://aws.amazon.com/dms/pricing/: serverless
export const awsDmsReplicationConfig = pricer(
  {
    type: 'aws_dms_replication_config',
    reads: {
      compute_config: block({
        min_capacity_units: number(1),
        max_capacity_units: number(),
        multi_az: bool(false),
      }),
    },
  },
  function* ({ compute_config }) {
    if (compute_config?.max_capacity_units === undefined) {
      yield omitted('unknown', 'Capacity', '`compute_config.max_capacity_units` is not set')
      return
    }
    const { min_capacity_units: low, max_capacity_units: high, multi_az } = compute_config
    yield assumption('serverless replication stays at `min_capacity_units`')
    yield hourly({
      description: 'Capacity units',
      serviceName: 'AWS Database Migration Service',
      sku: `dms/serverless/${multi_az ? 'multi_az' : 'single_az'}`,
      count: low,
      scaling: { low, high },
      pricingUnit: 'DCU-Hours',
    })
  },
)
