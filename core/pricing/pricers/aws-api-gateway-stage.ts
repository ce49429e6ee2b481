import { bool, string } from '../../domain/reads.ts'
import { hourly, omitted } from '../part.ts'
import { pricer } from '../pricer.ts'

// https://aws.amazon.com/api-gateway/pricing/: without a cache a stage costs nothing itself
export const awsApiGatewayStage = pricer(
  {
    type: 'aws_api_gateway_stage',
    reads: { cache_cluster_enabled: bool(false), cache_cluster_size: string() },
  },
  function* ({ cache_cluster_enabled, cache_cluster_size: size }) {
    if (!cache_cluster_enabled) return
    if (size === undefined) {
      yield omitted('unknown', 'Cache', '`cache_cluster_size` is not set')
      return
    }
    yield hourly({
      description: `Cache, ${size} GB`,
      serviceName: 'Amazon API Gateway',
      sku: `apigateway/cache/${size}`,
    })
  },
)
