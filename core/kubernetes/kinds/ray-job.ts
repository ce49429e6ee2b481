import { RAY_JOB_READS, rayJobPods } from '../ray-job-pods.ts'
import { workloadKind } from '../workload-kind.ts'

// https://ray-project.github.io/kuberay/reference/api/#rayjob
export const rayJob = workloadKind(
  {
    type: 'ray.io/RayJob',
    versions: ['v1', 'v1alpha1'],
    pods: '`spec.rayClusterSpec`, as of a RayCluster; `spec.submitterPodTemplate`',
    count: 'as a RayCluster, until the job is done; without `shutdownAfterJobFinishes` the cluster stays up',
    reads: RAY_JOB_READS,
  },
  rayJobPods,
)
