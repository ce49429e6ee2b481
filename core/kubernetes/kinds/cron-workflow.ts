import { bool, maybe, string, strings } from '../../domain/reads.ts'
import { withTemplate } from '../argo/referenced-template.ts'
import { workflowPods } from '../argo/workflow-pods.ts'
import { field } from '../field.ts'
import { unknownGroup } from '../pods/pod-group.ts'
import { schedules, suspendedBy } from '../runs.ts'
import { workloadKind } from '../workload-kind.ts'

// https://argo-workflows.readthedocs.io/en/latest/cron-workflows/
export const cronWorkflow = workloadKind(
  {
    type: 'argoproj.io/CronWorkflow',
    versions: ['v1alpha1'],
    pods: '`spec.workflowSpec.templates[]`, as of a Workflow',
    count: 'as a Workflow, for each run of `spec.schedules` (older: `spec.schedule`)',
    reads: { schedule: maybe(string()), schedules: maybe(strings), suspend: maybe(bool(false)) },
  },
  function* (read, context) {
    const spec = withTemplate(field(context.manifest.value, 'spec', 'workflowSpec'), context)
    if (typeof spec === 'string') {
      yield unknownGroup(spec, context.manifest)
      return
    }
    const several = read.schedules
    const written =
      several.kind === 'known' && several.value.length > 0
        ? several.value.map((schedule) => ({ kind: 'known', value: schedule }) as const)
        : [several.kind === 'unknown' ? several : read.schedule]
    const more = { runsPerMonth: schedules(written), suspended: suspendedBy('spec.suspend', read.suspend) }
    yield* workflowPods(spec, context, more)
  },
)
