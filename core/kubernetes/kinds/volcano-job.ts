import { VOLCANO_READS, volcanoPods } from '../volcano-pods.ts'
import { workloadKind } from '../workload-kind.ts'

// https://volcano.sh/en/docs/vcjob/
export const volcanoJob = workloadKind(
  {
    type: 'batch.volcano.sh/Job',
    versions: ['v1alpha1'],
    pods: '`spec.tasks[].template`',
    count: '`replicas` (1) of each task',
    reads: VOLCANO_READS,
  },
  volcanoPods,
)
