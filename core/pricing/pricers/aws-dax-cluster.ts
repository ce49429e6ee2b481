import { number, string } from '../../domain/reads.ts'
import { hourly, omitted } from '../part.ts'
import { pricer } from '../pricer.ts'

// https://aws.amazon.com/dynamodb/pricing/
export const awsDaxCluster = pricer(
  { type: 'aws_dax_cluster', reads: { node_type: string(), replication_factor: number() } },
  function* ({ node_type, replication_factor }) {
    if (node_type === undefined || replication_factor === undefined) {
      yield omitted(
        'unknown',
        'Nodes',
        `\`${node_type === undefined ? 'node_type' : 'replication_factor'}\` is not set`,
      )
      return
    }
    yield hourly({
      description: `Nodes (${node_type})`,
      serviceName: 'Amazon DynamoDB',
      sku: `dax/${node_type}`,
      count: replication_factor,
    })
  },
)
