import { byUse } from '../by-use.ts'
import { pricer } from '../pricer.ts'

// https://aws.amazon.com/api-gateway/pricing/: caches are charged to their stages
export const awsApiGatewayRestApi = pricer({ type: 'aws_api_gateway_rest_api', reads: {} }, (_, context) =>
  byUse(
    {
      description: 'Requests',
      serviceName: 'Amazon API Gateway',
      key: 'monthly_requests',
      unit: 'requests',
      sku: [
        { sku: 'apigateway/rest/requests/tier1', from: 0 },
        { sku: 'apigateway/rest/requests/tier2_333m', from: 333e6 },
        { sku: 'apigateway/rest/requests/tier3_1b', from: 1e9 },
        { sku: 'apigateway/rest/requests/tier4_20b', from: 20e9 },
      ],
      pricingUnit: 'Requests',
      chargedBy: 'request',
    },
    context,
  ),
)
