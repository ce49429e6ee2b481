import { extra, hourly, omitted } from '../part.ts'
import { pricer } from '../pricer.ts'

// https://aws.amazon.com/elasticloadbalancing/pricing/
export const awsElb = pricer({ type: 'aws_elb', reads: {} }, function* () {
  yield hourly({
    description: 'Classic load balancer',
    serviceName: 'Elastic Load Balancing',
    sku: 'elb/clb/hour',
  })
  yield extra(omitted('usageBased', 'Data processed', 'charged by the GB it processes'))
})
