import { number, string } from '../../domain/reads.ts'
import { assumption, monthly, omitted } from '../part.ts'
import { pricer } from '../pricer.ts'

// https://azure.microsoft.com/pricing/details/cache/
export const azurermRedisCache = pricer(
  {
    type: 'azurerm_redis_cache',
    reads: {
      sku_name: string(),
      family: string(),
      capacity: number(),
      shard_count: number(1),
      replicas_per_primary: number(1),
    },
  },
  function* ({ sku_name: tier, family, capacity, shard_count: shards, replicas_per_primary: replicas }) {
    if (tier === undefined || family === undefined || capacity === undefined) {
      yield omitted('unknown', 'Nodes', 'its `sku_name`, `family` or `capacity` is not set')
      return
    }
    const count = tier === 'Premium' ? Math.max(1, shards) * (1 + (Math.max(1, replicas) - 1) / 2) : 1
    if (tier === 'Premium' && replicas > 1)
      yield assumption('a replica beyond the first costs half of a cache with its replica')
    yield monthly({
      description: `Cache (${tier}, ${family}${capacity})`,
      serviceName: 'Azure Cache for Redis',
      sku: `azure/redis/${tier.toLowerCase()}_${family.toLowerCase()}${capacity}`,
      pricingUnit: 'Node-Months',
      count,
    })
  },
)
