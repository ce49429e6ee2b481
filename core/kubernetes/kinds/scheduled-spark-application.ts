import { block, bool, maybe, string } from '../../domain/reads.ts'
import { field } from '../field.ts'
import { schedules, suspendedBy, untilDone } from '../runs.ts'
import { SPARK_READS, sparkPods } from '../spark/spark-application.ts'
import { workloadKind } from '../workload-kind.ts'

// https://github.com/kubeflow/spark-operator/blob/master/docs/api-docs.md
export const scheduledSparkApplication = workloadKind(
  {
    type: 'sparkoperator.k8s.io/ScheduledSparkApplication',
    versions: ['v1beta2'],
    pods: '`spec.template.driver` and `spec.template.executor`, as of a SparkApplication',
    count: 'as a SparkApplication, for each run of `spec.schedule`',
    reads: { schedule: maybe(string()), suspend: maybe(bool(false)), template: block(SPARK_READS) },
  },
  function* ({ schedule, suspend, template }, context) {
    if (!template) {
      yield 'it has no `spec.template`'
      return
    }
    const more = { runsPerMonth: schedules([schedule]), suspended: suspendedBy('spec.suspend', suspend) }
    const written = field(context.manifest.value, 'spec', 'template')
    yield* sparkPods(template, written, context, (pods) => untilDone(pods, more))
  },
)
