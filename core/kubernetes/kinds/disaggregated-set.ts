import { block, blocks, maybe, string } from '../../domain/reads.ts'
import { LEADER_WORKER_READS, leaderWorkerPods } from '../leader-worker-pods.ts'
import { countOf, fixedCount, times } from '../pods/pod-count.ts'
import { unknownGroup } from '../pods/pod-group.ts'
import { workloadKind } from '../workload-kind.ts'

// https://lws.sigs.k8s.io/docs/reference/disaggregatedset.v1/
export const disaggregatedSet = workloadKind(
  {
    type: 'disaggregatedset.x-k8s.io/DisaggregatedSet',
    versions: ['v1', 'v1alpha1'],
    pods: '`spec.roles[].spec.leaderWorkerTemplate.*`',
    count: 'as a LeaderWorkerSet for each role, × `spec.slices` (1)',
    reads: {
      slices: countOf(1),
      roles: blocks({ name: maybe(string('')), spec: block(LEADER_WORKER_READS) }),
    },
  },
  function* ({ slices, roles }, context) {
    for (const reading of roles) {
      const role =
        reading.kind === 'known' && reading.value.name.kind === 'known' ? reading.value.name.value : 'role'
      if (reading.kind === 'unknown' || !reading.value.spec) {
        const because = reading.kind === 'unknown' ? reading.because : 'it has no `spec`'
        yield unknownGroup(because, context.manifest, role)
        continue
      }
      const { spec } = reading.value
      yield* leaderWorkerPods(spec, fixedCount(times(spec.replicas, slices)), context, role)
    }
  },
)
