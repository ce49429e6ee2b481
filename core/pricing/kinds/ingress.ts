import { block, string, texts } from '../../domain/reads.ts'
import { loadBalancerParts } from '../kubernetes/load-balancer.ts'
import { assumption, omitted } from '../part.ts'
import { pricer } from '../pricer.ts'

/** Controllers that make a cloud load balancer for it; others, nginx among them, serve it from their own pods. */
const CLOUD_CLASSES = /^(?:alb|gce|gce-internal|gke|azure-application-gateway|azure\/application-gateway)$/

// https://kubernetes.io/docs/concepts/services-networking/ingress/
export const ingress = pricer(
  {
    type: 'networking.k8s.io/Ingress',
    reads: {
      metadata: block({ annotations: texts }),
      spec: block({ ingressClassName: string('') }),
    },
  },
  function* ({ metadata, spec }, context) {
    const annotations = metadata?.annotations.entries ?? new Map<string, string>()
    const name = spec?.ingressClassName || annotations.get('kubernetes.io/ingress.class') || ''
    if (name === '') {
      yield omitted(
        'unknown',
        'Load balancer',
        'it names no ingress class, so the cluster decides what serves it',
      )
      return
    }
    if (!CLOUD_CLASSES.test(name)) {
      yield assumption(`ingresses of class "${name}" are served by the controller's own pods`)
      return
    }
    if (annotations.has('alb.ingress.kubernetes.io/group.name')) {
      yield omitted(
        'usageBased',
        'Load balancer',
        'it shares a load balancer with the ingresses of its group',
      )
      return
    }
    yield* loadBalancerParts('alb', 1, context)
  },
)
