import { block, blocks, string, texts } from '../../domain/reads.ts'
import { loadBalancerParts } from '../kubernetes/load-balancer.ts'
import { pricer } from '../pricer.ts'

// https://kubernetes.io/docs/concepts/services-networking/service/#loadbalancer
export const service = pricer(
  {
    type: 'Service',
    reads: {
      metadata: block({ annotations: texts }),
      spec: block({ type: string('ClusterIP'), ports: blocks({}) }),
    },
  },
  function* ({ metadata, spec }, context) {
    if (spec?.type !== 'LoadBalancer') return
    const annotations = metadata?.annotations.entries ?? new Map<string, string>()
    // The load balancer controller makes network load balancers; what EKS itself still makes without it is a classic one.
    const kind =
      annotations.get('service.beta.kubernetes.io/aws-load-balancer-type') === undefined ? 'clb' : 'nlb'
    yield* loadBalancerParts(kind, Math.max(1, spec.ports.length), context)
  },
)
