import { block, bool, maybe, string } from '../../domain/reads.ts'
import { schedules, suspendedBy } from '../runs.ts'
import { VOLCANO_READS, volcanoPods } from '../volcano-pods.ts'
import { workloadKind } from '../workload-kind.ts'

// https://volcano.sh/en/docs/
export const volcanoCronJob = workloadKind(
  {
    type: 'batch.volcano.sh/CronJob',
    versions: ['v1alpha1'],
    pods: '`spec.jobTemplate.spec.tasks[].template`',
    count: 'as a Volcano Job, for each run of `spec.schedule`',
    reads: {
      schedule: maybe(string()),
      suspend: maybe(bool(false)),
      jobTemplate: block({ spec: block(VOLCANO_READS) }),
    },
  },
  function* ({ schedule, suspend, jobTemplate }, context) {
    if (!jobTemplate?.spec) {
      yield 'it has no `spec.jobTemplate.spec`'
      return
    }
    const more = { runsPerMonth: schedules([schedule]), suspended: suspendedBy('spec.suspend', suspend) }
    yield* volcanoPods(jobTemplate.spec, context, more)
  },
)
