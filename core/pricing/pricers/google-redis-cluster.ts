import { number, string } from '../../domain/reads.ts'
import { hourly, omitted } from '../part.ts'
import { pricer } from '../pricer.ts'

// https://cloud.google.com/memorystore/docs/cluster/pricing: each shard is a node, and has so many replicas
export const googleRedisCluster = pricer(
  {
    type: 'google_redis_cluster',
    reads: {
      shard_count: number(),
      replica_count: number(0),
      node_type: string('REDIS_HIGHMEM_MEDIUM'),
    },
  },
  function* ({ shard_count, replica_count, node_type }) {
    if (shard_count === undefined) {
      yield omitted('unknown', 'Nodes', '`shard_count` is not set')
      return
    }
    const size = node_type.replace(/^REDIS_/, '').toLowerCase()
    yield hourly({
      description: `Nodes (${size})`,
      serviceName: 'Memorystore',
      sku: `memorystore/cluster/${size}`,
      count: shard_count * (1 + replica_count),
    })
  },
)
