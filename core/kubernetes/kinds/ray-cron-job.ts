import { block, bool, maybe, string } from '../../domain/reads.ts'
import { RAY_JOB_READS, rayJobPods } from '../ray-job-pods.ts'
import { schedules, suspendedBy } from '../runs.ts'
import { workloadKind } from '../workload-kind.ts'

// https://github.com/ray-project/kuberay/blob/master/ray-operator/apis/ray/v1/raycronjob_types.go
export const rayCronJob = workloadKind(
  {
    type: 'ray.io/RayCronJob',
    versions: ['v1'],
    pods: '`spec.jobTemplate.rayClusterSpec`, as of a RayCluster',
    count: 'as a RayJob, for each run of `spec.schedule`',
    reads: { schedule: maybe(string()), suspend: maybe(bool(false)), jobTemplate: block(RAY_JOB_READS) },
  },
  function* ({ schedule, suspend, jobTemplate }, context) {
    if (!jobTemplate) {
      yield 'it has no `spec.jobTemplate`'
      return
    }
    const more = { runsPerMonth: schedules([schedule]), suspended: suspendedBy('spec.suspend', suspend) }
    yield* rayJobPods(jobTemplate, context, more)
  },
)
