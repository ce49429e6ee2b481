import { string } from '../../domain/reads.ts'
import { byUse } from '../by-use.ts'
import { pricer } from '../pricer.ts'

const OF = { serviceName: 'Amazon API Gateway' }

// https://aws.amazon.com/api-gateway/pricing/
export const awsApigatewayv2Api = pricer(
  { type: 'aws_apigatewayv2_api', reads: { protocol_type: string('HTTP') } },
  function* ({ protocol_type }, context) {
    if (protocol_type === 'HTTP') {
      const requests = {
        description: 'Requests',
        key: 'monthly_requests',
        unit: 'requests',
        chargedBy: 'request',
      }
      const sku = [
        { sku: 'apigateway/http/requests/tier1', from: 0 },
        { sku: 'apigateway/http/requests/tier2_300m', from: 300e6 },
      ]
      yield* byUse({ ...OF, ...requests, sku, pricingUnit: 'Requests' }, context)
      return
    }
    const messages = {
      description: 'Messages',
      key: 'monthly_messages',
      unit: 'messages',
      chargedBy: 'message',
    }
    const sku = [
      { sku: 'apigateway/websocket/messages/tier1', from: 0 },
      { sku: 'apigateway/websocket/messages/tier2_1b', from: 1e9 },
    ]
    yield* byUse({ ...OF, ...messages, sku, pricingUnit: 'Messages' }, context)
    const minutes = { key: 'monthly_connection_mins', unit: 'minutes', chargedBy: 'connection minute' }
    yield* byUse(
      {
        ...OF,
        ...minutes,
        description: 'Connections',
        sku: 'apigateway/websocket/connection',
        pricingUnit: 'Minutes',
      },
      context,
    )
  },
)
