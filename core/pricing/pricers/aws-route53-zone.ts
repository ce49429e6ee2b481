import { type ByUse, byUse } from '../by-use.ts'
import { extras, monthly } from '../part.ts'
import { pricer } from '../pricer.ts'

const ROUTE53 = 'Amazon Route 53'

const QUERIES: ByUse = {
  description: 'Queries',
  serviceName: ROUTE53,
  key: 'monthly_standard_queries',
  unit: 'queries',
  sku: [
    { sku: 'route53/queries/standard/tier1', from: 0 },
    { sku: 'route53/queries/standard/tier2_1b', from: 1e9 },
  ],
  pricingUnit: 'Queries',
  chargedBy: 'query',
}

// https://aws.amazon.com/route53/pricing/: queries are charged by the zone; Infracost states them of the records
export const awsRoute53Zone = pricer({ type: 'aws_route53_zone', reads: {} }, function* (_, context) {
  yield monthly({
    description: 'Hosted zone',
    serviceName: ROUTE53,
    sku: 'route53/zone',
    count: 1,
    pricingUnit: 'Zone-Months',
  })
  yield* extras(byUse(QUERIES, context))
})
