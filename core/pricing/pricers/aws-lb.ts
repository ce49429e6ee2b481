import { string } from '../../domain/reads.ts'
import { byUse } from '../by-use.ts'
import { extras, hourly, omitted } from '../part.ts'
import { pricer } from '../pricer.ts'
import { HOURS_PER_MONTH } from '../usage.ts'

const KINDS = new Map([
  ['application', { name: 'Application load balancer', sku: 'elb/alb' }],
  ['network', { name: 'Network load balancer', sku: 'elb/nlb' }],
  ['gateway', { name: 'Gateway load balancer', sku: 'elb/gwlb' }],
])
const ELB = 'Elastic Load Balancing'

// https://aws.amazon.com/elasticloadbalancing/pricing/
export const awsLb = pricer(
  { type: 'aws_lb', aliases: ['aws_alb'], reads: { load_balancer_type: string('application') } },
  function* ({ load_balancer_type: type }, context) {
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
    yield hourly({ description: kind.name, serviceName: ELB, sku: `${kind.sku}/hour` })
    yield* extras(
      byUse(
        {
          description: 'Capacity units',
          serviceName: ELB,
          key: 'average_lcus',
          unit: 'load balancer capacity units, on average',
          sku: `${kind.sku}/lcu`,
          pricingUnit: 'LCU-Hours',
          per: HOURS_PER_MONTH,
          chargedBy: 'connections, bytes and rule evaluations',
        },
        context,
      ),
    )
  },
)
