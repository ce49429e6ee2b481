import { string } from '../../domain/reads.ts'
import { hourly, omitted } from '../part.ts'
import { pricer } from '../pricer.ts'

// https://aws.amazon.com/documentdb/pricing/
export const awsDocdbClusterInstance = pricer(
  { type: 'aws_docdb_cluster_instance', reads: { instance_class: string() } },
  function* ({ instance_class }) {
    if (instance_class === undefined) {
      yield omitted('unknown', 'Instance', '`instance_class` is not set')
      return
    }
    if (instance_class === 'db.serverless') {
      yield omitted(
        'usageBased',
        'Instance',
        'charged by DCU-hour between the minimum and maximum of its cluster',
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
