import { number, string } from '../../domain/reads.ts'
import { hourly, omitted } from '../part.ts'
import { pricer } from '../pricer.ts'

/** The largest size of each capacity tier, in GB. https://cloud.google.com/memorystore/docs/redis/pricing */
const TIERS = [4, 10, 35, 100, Number.POSITIVE_INFINITY]

export const googleRedisInstance = pricer(
  {
    type: 'google_redis_instance',
    reads: {
      tier: string('BASIC'),
      memory_size_gb: number(),
      read_replicas_mode: string('READ_REPLICAS_DISABLED'),
    },
  },
  function* ({ tier, memory_size_gb: size, read_replicas_mode }) {
    if (size === undefined) {
      yield omitted('unknown', 'Instance', '`memory_size_gb` is not set')
      return
    }
    const capacity = `m${TIERS.findIndex((largest) => size <= largest) + 1}`
    const service = tier === 'STANDARD_HA' ? 'standard' : 'basic'
    const description = `Memory, ${size} GB (${service}, ${capacity})`
    if (read_replicas_mode === 'READ_REPLICAS_ENABLED') {
      yield omitted('unpriced', description, 'no price for nodes with read replicas')
      return
    }
    yield hourly({
      description,
      serviceName: 'Memorystore',
      sku: `memorystore/redis/${service}/${capacity}`,
      pricingUnit: 'GB-Hours',
      count: size,
    })
  },
)
