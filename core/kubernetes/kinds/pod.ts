import { known, maybe, string } from '../../domain/reads.ts'
import { fixedCount } from '../pods/pod-count.ts'
import { podGroup } from '../pods/pod-group.ts'
import { templateOf } from '../pods/pod-template.ts'
import { untilDone } from '../runs.ts'
import { workloadKind } from '../workload-kind.ts'

// https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/
export const pod = workloadKind(
  {
    type: 'Pod',
    versions: ['v1'],
    pods: '`spec`',
    count: '1; with `restartPolicy` Never or OnFailure until it is done',
    reads: { restartPolicy: maybe(string('Always')) },
  },
  function* ({ restartPolicy }, context) {
    const { value, range } = context.manifest
    const one = known(1)
    const isOnce = restartPolicy.kind === 'known' && restartPolicy.value !== 'Always'
    const template = { ...templateOf(value), range }
    yield podGroup({ template, count: fixedCount(one), ...(isOnce && { runs: untilDone(one) }) }, context)
  },
)
