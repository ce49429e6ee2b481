import { block, known } from '../../domain/reads.ts'
import { JOB_READS, jobPods } from '../job-pods.ts'
import { clamp, countOf, movingCount, scaledCount } from '../pods/pod-count.ts'
import { workloadKind } from '../workload-kind.ts'

// https://keda.sh/docs/latest/reference/scaledjob-spec/
export const scaledJob = workloadKind(
  {
    type: 'keda.sh/ScaledJob',
    versions: ['v1alpha1'],
    pods: '`spec.jobTargetRef.template`',
    count: 'as a Job, `minReplicaCount` (0) to `maxReplicaCount` (100) of them at once',
    reads: {
      minReplicaCount: countOf(0),
      maxReplicaCount: countOf(100),
      jobTargetRef: block(JOB_READS),
    },
  },
  function* ({ minReplicaCount: low, maxReplicaCount: high, jobTargetRef }, context) {
    if (!jobTargetRef) {
      yield 'it has no `spec.jobTargetRef`'
      return
    }
    const one = jobPods(jobTargetRef, context)
    const isKnown = low.kind === 'known' && high.kind === 'known'
    const jobs = isKnown ? known(clamp(1, low.value, Math.max(low.value, high.value))) : low
    yield 'events decide how many jobs run: one is counted'
    yield { ...one, count: scaledCount(movingCount(low, jobs, high, 'KEDA'), one.count.now) }
  },
)
