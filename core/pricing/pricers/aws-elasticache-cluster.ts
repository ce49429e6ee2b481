import { ELASTICACHE, isCacheEngine } from '../elasticache.ts'
import { hourly, omitted } from '../part.ts'
import { pricer } from '../pricer.ts'
import { number, string } from '../reads.ts'

// https://aws.amazon.com/elasticache/pricing/
export const awsElasticacheCluster = pricer({
  type: 'aws_elasticache_cluster',
  reads: {
    engine: string(),
    node_type: string(),
    num_cache_nodes: number(1),
    replication_group_id: string(),
  },
  *meters({ engine, node_type, num_cache_nodes, replication_group_id }) {
    if (engine === undefined || node_type === undefined) {
      const missing = engine === undefined ? 'engine' : 'node_type'
      const because = replication_group_id === undefined ? '' : ': its replication group decides'
      yield omitted('unknown', 'Nodes', `\`${missing}\` is not set${because}`)
      return
    }
    if (!isCacheEngine(engine)) {
      yield omitted(
        'unpriced',
        'Nodes',
        `the price book holds redis, valkey and memcached prices, not "${engine}"`,
      )
      return
    }
    yield hourly({
      description: `Nodes (${node_type})`,
      serviceName: ELASTICACHE,
      sku: `elasticache/${engine}/${node_type}`,
      count: num_cache_nodes,
    })
  },
})
