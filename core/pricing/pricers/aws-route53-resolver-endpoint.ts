import { count } from '../../domain/reads.ts'
import { byUse } from '../by-use.ts'
import { extras, hourly } from '../part.ts'
import { pricer } from '../pricer.ts'

const RESOLVER = 'Amazon Route 53 Resolver'

// https://aws.amazon.com/route53/pricing/: by network interface
export const awsRoute53ResolverEndpoint = pricer(
  { type: 'aws_route53_resolver_endpoint', reads: { ip_address: count } },
  function* ({ ip_address: interfaces }, context) {
    yield hourly({
      description: 'Endpoint, for each address',
      serviceName: RESOLVER,
      sku: 'resolver/endpoint',
      count: Math.max(2, interfaces),
    })
    yield* extras(
      byUse(
        {
          description: 'Queries',
          serviceName: RESOLVER,
          key: 'monthly_queries',
          unit: 'queries',
          sku: [
            { sku: 'resolver/queries/tier1', from: 0 },
            { sku: 'resolver/queries/tier2_1b', from: 1e9 },
          ],
          pricingUnit: 'Queries',
          chargedBy: 'query',
        },
        context,
      ),
    )
  },
)
