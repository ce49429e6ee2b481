import { block } from '../../domain/reads.ts'
import { RAY_CLUSTER_READS, rayPods } from '../ray-pods.ts'
import { workloadKind } from '../workload-kind.ts'

// https://ray-project.github.io/kuberay/reference/api/#rayservice
export const rayService = workloadKind(
  {
    type: 'ray.io/RayService',
    versions: ['v1', 'v1alpha1'],
    pods: '`spec.rayClusterConfig`, as of a RayCluster',
    count: 'as a RayCluster; an upgrade may run two for a while',
    reads: { rayClusterConfig: block(RAY_CLUSTER_READS) },
  },
  function* ({ rayClusterConfig }, context) {
    if (!rayClusterConfig) {
      yield 'it has no `spec.rayClusterConfig`'
      return
    }
    yield 'one cluster is counted: an upgrade may run two for a while'
    yield* rayPods(rayClusterConfig, context)
  },
)
