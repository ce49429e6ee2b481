import { bool, maybe } from '../../domain/reads.ts'
import { withTemplate } from '../argo/referenced-template.ts'
import { workflowPods } from '../argo/workflow-pods.ts'
import { field } from '../field.ts'
import { countOf } from '../pods/pod-count.ts'
import { unknownGroup } from '../pods/pod-group.ts'
import { secondsOf, suspendedBy } from '../runs.ts'
import { workloadKind } from '../workload-kind.ts'

// https://argo-workflows.readthedocs.io/en/latest/fields/#workflowspec
export const workflow = workloadKind(
  {
    type: 'argoproj.io/Workflow',
    versions: ['v1alpha1'],
    pods: '`spec.templates[]`: `container`, `script`, `containerSet`, objects in `resource.manifest`; those of `workflowTemplateRef`',
    count:
      'once for each way from `spec.entrypoint`, × `withItems` and `withSequence`; `withParam` is unknown',
    reads: { suspend: maybe(bool(false)), activeDeadlineSeconds: countOf(undefined) },
  },
  function* ({ suspend, activeDeadlineSeconds }, context) {
    const spec = withTemplate(field(context.manifest.value, 'spec'), context)
    if (typeof spec === 'string') {
      yield unknownGroup(spec, context.manifest)
      return
    }
    const suspended = suspendedBy('spec.suspend', suspend)
    yield* workflowPods(spec, context, { suspended, atMostSeconds: secondsOf(activeDeadlineSeconds) })
  },
)
