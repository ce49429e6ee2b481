import { field } from '../field.ts'
import { suspendedBy, untilDone } from '../runs.ts'
import { SPARK_READS, sparkPods } from '../spark/spark-application.ts'
import { workloadKind } from '../workload-kind.ts'

// https://github.com/kubeflow/spark-operator/blob/master/docs/api-docs.md
export const sparkApplication = workloadKind(
  {
    type: 'sparkoperator.k8s.io/SparkApplication',
    versions: ['v1beta2'],
    pods: '`spec.driver` and `spec.executor`: `cores`, `coreRequest`, `memory`, `memoryOverhead`, `gpu`, `template`; else `spec.sparkConf`',
    count: 'one driver; `executor.instances` (1) or the range of `dynamicAllocation`',
    reads: SPARK_READS,
  },
  function* (spec, context) {
    const suspended = suspendedBy('spec.suspend', spec.suspend)
    const written = field(context.manifest.value, 'spec')
    yield* sparkPods(spec, written, context, (pods) => untilDone(pods, { suspended }))
  },
)
