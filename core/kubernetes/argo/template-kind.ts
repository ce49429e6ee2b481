import { field } from '../field.ts'
import { type WorkloadKind, workloadKind } from '../workload-kind.ts'
import { workflowPods } from './workflow-pods.ts'

/** A workflow that others start, by hand or by an event. */
export function workflowTemplateKind(kind: string): WorkloadKind {
  return workloadKind(
    {
      type: `argoproj.io/${kind}`,
      versions: ['v1alpha1'],
      pods: '`spec.templates[]`, as of a Workflow',
      count: 'as a Workflow, for one run: nothing says how often it is started',
      reads: {},
    },
    function* (_, context) {
      yield* workflowPods(field(context.manifest.value, 'spec'), context)
    },
  )
}
