import { number, string } from '../../domain/reads.ts'
import { byUse } from '../by-use.ts'
import { extras, hourly, omitted } from '../part.ts'
import { pricer } from '../pricer.ts'

const OF = {
  serviceName: 'Amazon Redshift',
  unit: 'GB',
  pricingUnit: 'GB-Months',
  chargedBy: 'what is stored',
}

// https://aws.amazon.com/redshift/pricing/
export const awsRedshiftCluster = pricer(
  {
    type: 'aws_redshift_cluster',
    reads: { node_type: string(), number_of_nodes: number(1) },
  },
  function* ({ node_type, number_of_nodes }, context) {
    if (node_type === undefined) {
      yield omitted('unknown', 'Nodes', '`node_type` is not set')
      return
    }
    yield hourly({
      description: `Nodes (${node_type})`,
      serviceName: OF.serviceName,
      // The book spells `ra3.xlplus` in its own way: it names no size that it knows.
      sku: `redshift/${node_type.replace('ra3.xlplus', 'ra3/xlplus')}`,
      count: number_of_nodes,
    })
    if (node_type.startsWith('ra3.')) {
      const storage = {
        description: 'Managed storage',
        key: 'managed_storage_gb',
        sku: 'redshift/managed_storage',
      }
      yield* extras(byUse({ ...OF, ...storage }, context))
    }
    const backups = { description: 'Backups', key: 'backup_storage_gb', sku: 'redshift/backup/storage' }
    yield* extras(byUse({ ...OF, ...backups }, context))
  },
)
