import { isSet, number, string } from '../../domain/reads.ts'
import { CACHE_ENGINE_UNPRICED, ELASTICACHE, isCacheEngine } from '../elasticache.ts'
import { hourly, omitted } from '../part.ts'
import { pricer } from '../pricer.ts'

// https://aws.amazon.com/elasticache/pricing/
export const awsElasticacheReplicationGroup = pricer(
  {
    type: 'aws_elasticache_replication_group',
    reads: {
      engine: string('redis'),
      node_type: string(),
      num_cache_clusters: number(),
      // The argument's name before version 4 of the provider.
      number_cache_clusters: number(),
      num_node_groups: number(1),
      replicas_per_node_group: number(0),
      global_replication_group_id: isSet,
    },
  },
  function* (group) {
    const { engine, node_type, num_node_groups, replicas_per_node_group } = group
    if (node_type === undefined) {
      const because = group.global_replication_group_id ? ': its global datastore decides' : ''
      yield omitted('unknown', 'Nodes', `\`node_type\` is not set${because}`)
      return
    }
    if (!isCacheEngine(engine)) {
      yield omitted('unpriced', 'Nodes', `${CACHE_ENGINE_UNPRICED}, not "${engine}"`)
      return
    }
    yield hourly({
      description: `Nodes (${node_type})`,
      serviceName: ELASTICACHE,
      sku: `elasticache/${engine}/${node_type}`,
      count:
        group.num_cache_clusters ??
        group.number_cache_clusters ??
        num_node_groups * (1 + replicas_per_node_group),
    })
  },
)
