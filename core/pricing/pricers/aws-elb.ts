import { dataProcessed } from '../data-processed.ts'
import { extras, hourly } from '../part.ts'
import { pricer } from '../pricer.ts'

const ELB = 'Elastic Load Balancing'

// https://aws.amazon.com/elasticloadbalancing/pricing/
export const awsElb = pricer({ type: 'aws_elb', reads: {} }, function* (_, context) {
  yield hourly({ description: 'Classic load balancer', serviceName: ELB, sku: 'elb/clb/hour' })
  yield* extras(
    dataProcessed({ serviceName: ELB, sku: 'elb/clb/data', chargedBy: 'the GB it processes' }, context),
  )
})
