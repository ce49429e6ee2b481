import { known } from '../../domain/reads.ts'
import { fixedCount } from '../pods/pod-count.ts'
import { podGroup } from '../pods/pod-group.ts'
import { podTemplate } from '../pods/pod-template.ts'
import { workloadKind } from '../workload-kind.ts'

// https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/daemon-set-v1/
export const daemonSet = workloadKind(
  {
    type: 'apps/DaemonSet',
    versions: ['v1', 'v1beta2'],
    pods: '`spec.template`',
    count: 'one on every node that it may run on',
    reads: { template: podTemplate },
  },
  function* ({ template }, context) {
    yield podGroup({ template, count: fixedCount(known(1)), runs: { kind: 'per-node' } }, context)
  },
)
