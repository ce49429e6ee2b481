import { replicasWith } from '../joins/scale-targets.ts'
import { LEADER_WORKER_READS, leaderWorkerPods } from '../leader-worker-pods.ts'
import { workloadKind } from '../workload-kind.ts'

// https://lws.sigs.k8s.io/docs/reference/leaderworkerset.v1/
export const leaderWorkerSet = workloadKind(
  {
    type: 'leaderworkerset.x-k8s.io/LeaderWorkerSet',
    versions: ['v1'],
    pods: '`spec.leaderWorkerTemplate.leaderTemplate` (else of the worker), `spec.leaderWorkerTemplate.workerTemplate`',
    count: '`spec.replicas` (1) groups of `size` (1): a leader and `size` − 1 workers',
    reads: LEADER_WORKER_READS,
  },
  function* (spec, context) {
    const groups = replicasWith(context.surroundings.scaler(context.manifest), spec.replicas)
    yield* leaderWorkerPods(spec, groups, context)
  },
)
