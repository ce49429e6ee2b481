import { string } from '../../domain/reads.ts'
import { extra, hourly, omitted } from '../part.ts'
import { pricer } from '../pricer.ts'

const KINDS = new Map([
  ['application', { name: 'Application load balancer', sku: 'elb/alb/hour' }],
  ['network', { name: 'Network load balancer', sku: 'elb/nlb/hour' }],
  ['gateway', { name: 'Gateway load balancer', sku: 'elb/gwlb/hour' }],
])

// https://aws.amazon.com/elasticloadbalancing/pricing/
export const awsLb = pricer(
  { type: 'aws_lb', aliases: ['aws_alb'], reads: { load_balancer_type: string('application') } },
  function* ({ load_balancer_type: type }) {
    const kind = KINDS.get(type)
    if (!kind) {
      const expected = [...KINDS.keys()].join(', ')
      yield omitted(
        'unknown',
        'Load balancer',
        `\`load_balancer_type\` is "${type}", expected one of ${expected}`,
      )
      return
    }
    yield hourly({ description: kind.name, serviceName: 'Elastic Load Balancing', sku: kind.sku })
    yield extra(omitted('usageBased', 'Capacity units', 'charged by connections, bytes and rule evaluations'))
  },
)
