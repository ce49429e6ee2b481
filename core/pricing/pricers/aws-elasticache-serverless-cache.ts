import { string } from '../../domain/reads.ts'
import { byUse } from '../by-use.ts'
import { CACHE_ENGINE_UNPRICED, ELASTICACHE, isCacheEngine } from '../elasticache.ts'
import { omitted } from '../part.ts'
import { pricer } from '../pricer.ts'
import { HOURS_PER_MONTH } from '../usage.ts'

// https://aws.amazon.com/elasticache/pricing/
export const awsElasticacheServerlessCache = pricer(
  { type: 'aws_elasticache_serverless_cache', reads: { engine: string('') } },
  function* ({ engine }, context) {
    if (!isCacheEngine(engine)) {
      yield omitted('unpriced', 'Cache', `${CACHE_ENGINE_UNPRICED}, not "${engine}"`)
      return
    }
    const sku = `elasticache/serverless/${engine}`
    const of = { serviceName: ELASTICACHE, chargedBy: 'what is stored and processed' }
    const stored = { description: 'Storage', key: 'storage_gb', unit: 'GB, on average', per: HOURS_PER_MONTH }
    yield* byUse({ ...of, ...stored, sku: `${sku}/storage`, pricingUnit: 'GB-Hours' }, context)
    const processed = { description: 'Processing', key: 'monthly_ecpus', unit: 'ECPUs' }
    yield* byUse({ ...of, ...processed, sku: `${sku}/ecpu`, pricingUnit: 'ECPUs' }, context)
  },
)
