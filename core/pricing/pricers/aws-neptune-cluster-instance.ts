import { string } from '../../domain/reads.ts'
import { hourly, omitted } from '../part.ts'
import { pricer } from '../pricer.ts'

// https://aws.amazon.com/neptune/pricing/
export const awsNeptuneClusterInstance = pricer(
  { type: 'aws_neptune_cluster_instance', reads: { instance_class: string('db.r5.large') } },
  function* ({ instance_class }) {
    if (instance_class === 'db.serverless') {
      yield omitted(
        'usageBased',
        'Instance',
        'charged by NCU-hour between the minimum and maximum of its cluster',
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
