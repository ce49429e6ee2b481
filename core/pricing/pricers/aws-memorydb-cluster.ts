import { number, string } from '../../domain/reads.ts'
import { hourly, omitted } from '../part.ts'
import { pricer } from '../pricer.ts'

// https://aws.amazon.com/memorydb/pricing/
export const awsMemorydbCluster = pricer(
  {
    type: 'aws_memorydb_cluster',
    reads: {
      node_type: string(),
      num_shards: number(1),
      num_replicas_per_shard: number(1),
      engine: string('redis'),
    },
  },
  function* ({ node_type, num_shards, num_replicas_per_shard, engine }) {
    if (node_type === undefined) {
      yield omitted('unknown', 'Nodes', '`node_type` is not set')
      return
    }
    yield hourly({
      description: `Nodes (${node_type})`,
      serviceName: 'Amazon MemoryDB',
      sku: `memorydb/${engine}/${node_type}`,
      count: num_shards * (1 + num_replicas_per_shard),
    })
  },
)
