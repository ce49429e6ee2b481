/** The service name that ElastiCache's charges carry. */
export const ELASTICACHE = 'Amazon ElastiCache'

export const CACHE_ENGINE_UNPRICED = 'the price book holds redis, valkey and memcached prices'

export function isCacheEngine(engine: string): boolean {
  return engine === 'redis' || engine === 'valkey' || engine === 'memcached'
}
