import { JOB_SET_READS, replicatedJobPods } from '../job-set-pods.ts'
import { suspendedBy } from '../runs.ts'
import { workloadKind } from '../workload-kind.ts'

// https://jobset.sigs.k8s.io/docs/reference/jobset.v1alpha2/
export const jobSet = workloadKind(
  {
    type: 'jobset.x-k8s.io/JobSet',
    versions: ['v1alpha2'],
    pods: '`spec.replicatedJobs[].template.spec.template`',
    count: '`replicas` (1) × `parallelism` (1) of each job',
    reads: JOB_SET_READS,
  },
  function* ({ suspend, replicatedJobs }, context) {
    yield* replicatedJobPods(replicatedJobs, context, suspendedBy('spec.suspend', suspend))
  },
)
