import { assumption, extra, hourly, omitted, type Part } from '../part.ts'
import type { PricingContext } from '../pricer.ts'

/** As AWS calls them; elsewhere there is one kind. */
export type LoadBalancerKind = 'alb' | 'nlb' | 'clb'

const NAMES: Readonly<Record<LoadBalancerKind, string>> = {
  alb: 'Application load balancer',
  nlb: 'Network load balancer',
  clb: 'Classic load balancer',
}

/** The load balancer that the cloud makes for an object. */
export function* loadBalancerParts(kind: LoadBalancerKind, { provider }: PricingContext): Generator<Part> {
  if (provider !== 'aws') {
    yield omitted('unpriced', 'Load balancer', 'the price book holds load balancers of AWS only')
    return
  }
  if (kind === 'clb')
    yield assumption('services without `aws-load-balancer-type` get a classic load balancer')
  yield hourly({ description: NAMES[kind], serviceName: 'Elastic Load Balancing', sku: `elb/${kind}/hour` })
  yield extra(omitted('usageBased', 'Traffic', 'charged by connections and bytes'))
}
