import { assumption, extra, hourly, omitted, type Part } from '../part.ts'
import type { PricingContext } from '../pricer.ts'

/** As AWS calls them; elsewhere there is one kind. */
export type LoadBalancerKind = 'alb' | 'nlb' | 'clb'

const NAMES: Readonly<Record<LoadBalancerKind, string>> = {
  alb: 'Application load balancer',
  nlb: 'Network load balancer',
  clb: 'Classic load balancer',
}

const RULES_SHARED = 'every rule is charged as those beyond the first five are'

/** The load balancer that the cloud makes for an object with so many ports. */
export function* loadBalancerParts(
  kind: LoadBalancerKind,
  ports: number,
  { provider }: PricingContext,
): Generator<Part> {
  switch (provider) {
    case 'aws':
      if (kind === 'clb')
        yield assumption('services without `aws-load-balancer-type` get a classic load balancer')
      yield hourly({
        description: NAMES[kind],
        serviceName: 'Elastic Load Balancing',
        sku: `elb/${kind}/hour`,
      })
      break
    case 'google':
      yield hourly({
        description: 'Forwarding rule',
        serviceName: 'Cloud Load Balancing',
        sku: 'gcp/lb/forwarding_rule',
      })
      yield assumption(RULES_SHARED)
      break
    case 'azurerm':
      if (kind === 'alb') {
        yield omitted('unpriced', 'Load balancer', 'its application gateway is a resource of its own')
        return
      }
      yield hourly({
        description: 'Rule',
        serviceName: 'Load Balancer',
        sku: 'azure/lb/rule/additional',
        count: ports,
      })
      yield assumption(RULES_SHARED)
      break
    default:
      yield omitted('unpriced', 'Load balancer', 'no cloud of its cluster is known')
      return
  }
  yield extra(omitted('usageBased', 'Traffic', 'charged by connections and bytes'))
}
