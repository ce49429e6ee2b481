import { known, number, string } from '../../domain/reads.ts'
import { CACHE_ENGINE_UNPRICED, ELASTICACHE, isCacheEngine } from '../elasticache.ts'
import { linkedResource, readFrom } from '../linked-resource.ts'
import { hourly, omitted } from '../part.ts'
import { pricer } from '../pricer.ts'

// https://aws.amazon.com/elasticache/pricing/
export const awsElasticacheCluster = pricer(
  {
    type: 'aws_elasticache_cluster',
    reads: { engine: string(), node_type: string(), num_cache_nodes: number(1) },
  },
  function* ({ engine: ownEngine, node_type: ownType, num_cache_nodes }, context) {
    // A read replica has the engine and size of its replication group.
    const group = linkedResource(context, 'configuredBy', 'replication group')
    const given =
      group.kind === 'known' && group.value
        ? readFrom(group.value, { engine: string('redis'), node_type: string() })
        : known({ engine: undefined, node_type: undefined })
    const inherited = given.kind === 'known' ? given.value : undefined
    const engine = ownEngine ?? inherited?.engine
    const nodeType = ownType ?? inherited?.node_type
    if (engine === undefined || nodeType === undefined) {
      const missing = `\`${engine === undefined ? 'engine' : 'node_type'}\` is not set`
      const because = [group, given].find((reading) => reading.kind === 'unknown')
      yield omitted(
        'unknown',
        'Nodes',
        because?.kind === 'unknown' ? `${missing}, and ${because.because}` : missing,
      )
      return
    }
    if (!isCacheEngine(engine)) {
      yield omitted('unpriced', 'Nodes', `${CACHE_ENGINE_UNPRICED}, not "${engine}"`)
      return
    }
    yield hourly({
      description: `Nodes (${nodeType})`,
      serviceName: ELASTICACHE,
      sku: `elasticache/${engine}/${nodeType}`,
      count: num_cache_nodes,
    })
  },
)
