/** The service name that ElastiCache's charges carry. */
export const ELASTICACHE = 'Amazon ElastiCache'

export function isCacheEngine(engine: string): boolean {
  return engine === 'redis' || engine === 'valkey' || engine === 'memcached'
}
