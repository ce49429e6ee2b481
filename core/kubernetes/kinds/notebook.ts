import { known } from '../../domain/reads.ts'
import { fixedCount } from '../pods/pod-count.ts'
import { podGroup } from '../pods/pod-group.ts'
import { mappingAt, merged, podTemplate } from '../pods/pod-template.ts'
import { workloadKind } from '../workload-kind.ts'

/** Set by the culling controller and by the button that stops a notebook. */
const STOPPED = 'kubeflow-resource-stopped'

// https://www.kubeflow.org/docs/components/notebooks/overview/
export const notebook = workloadKind(
  {
    type: 'kubeflow.org/Notebook',
    versions: ['v1', 'v1beta1', 'v1alpha1'],
    pods: '`spec.template`',
    count: '1, day and night, unless annotation `kubeflow-resource-stopped` is there',
    reads: { template: podTemplate },
  },
  function* ({ template }, context) {
    const { value } = context.manifest
    const annotations = mappingAt(value, 'metadata', 'annotations')
    const isStopped = annotations.entries.has(STOPPED)
    if (isStopped) yield `it is stopped by annotation ${STOPPED}`
    // The controller gives its pods the labels and annotations of the notebook.
    const labelled = template && {
      ...template,
      labels: merged(template.labels, mappingAt(value, 'metadata', 'labels')),
      annotations: merged(template.annotations, annotations),
    }
    yield podGroup({ template: labelled, count: fixedCount(known(isStopped ? 0 : 1)) }, context)
  },
)
