import { JOB_READS, jobPods } from '../job-pods.ts'
import { workloadKind } from '../workload-kind.ts'

// https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/job-v1/
export const job = workloadKind(
  {
    type: 'batch/Job',
    versions: ['v1'],
    pods: '`spec.template`',
    count: '`spec.parallelism` (1) at once, `spec.completions` in all',
    reads: JOB_READS,
  },
  function* (spec, context) {
    yield jobPods(spec, context)
  },
)
