import { extra, monthly, omitted } from '../part.ts'
import { pricer } from '../pricer.ts'

// https://aws.amazon.com/route53/pricing/
export const awsRoute53Zone = pricer({ type: 'aws_route53_zone', reads: {} }, function* () {
  yield monthly({
    description: 'Hosted zone',
    serviceName: 'Amazon Route 53',
    sku: 'route53/zone',
    count: 1,
    pricingUnit: 'Zone-Months',
  })
  yield extra(omitted('usageBased', 'Queries', 'charged by query'))
})
