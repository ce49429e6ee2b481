import { RAY_CLUSTER_READS, rayPods } from '../ray-pods.ts'
import { workloadKind } from '../workload-kind.ts'

// https://ray-project.github.io/kuberay/reference/api/#raycluster
export const rayCluster = workloadKind(
  {
    type: 'ray.io/RayCluster',
    versions: ['v1', 'v1alpha1'],
    pods: '`spec.headGroupSpec.template`, `spec.workerGroupSpecs[].template`',
    count:
      'one head; of each group `replicas` within `minReplicas` (0) and `maxReplicas`, × `numOfHosts` (1); a range with `enableInTreeAutoscaling`',
    reads: RAY_CLUSTER_READS,
  },
  rayPods,
)
