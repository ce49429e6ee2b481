import { field } from '../field.ts'
import { SPARK_READS, sparkPods } from '../spark/spark-application.ts'
import { workloadKind } from '../workload-kind.ts'

// https://github.com/kubeflow/spark-operator/blob/master/docs/api-docs.md
export const sparkConnect = workloadKind(
  {
    type: 'sparkoperator.k8s.io/SparkConnect',
    versions: ['v1alpha1'],
    pods: '`spec.server` and `spec.executor`, as of a SparkApplication',
    count: 'one server; `executor.instances` (1) or the range of `dynamicAllocation`; always there',
    reads: SPARK_READS,
  },
  function* (spec, context) {
    yield* sparkPods(spec, field(context.manifest.value, 'spec'), context, () => ({ kind: 'always' }))
  },
)
