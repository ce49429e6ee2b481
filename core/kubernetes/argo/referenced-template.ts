import type { Value } from '../../domain/value.ts'
import { field, textAt } from '../field.ts'
import { overlaid } from '../overlaid.ts'
import type { KindContext } from '../pods/pod-group.ts'

/** A workflow's spec over that of the template it refers to; as text why there is none. */
export function withTemplate(spec: Value, { manifest, surroundings }: KindContext): Value | string {
  const ref = field(spec, 'workflowTemplateRef')
  const name = textAt(ref, 'name')
  if (name === undefined) return spec
  const isOfCluster = textAt(ref, 'clusterScope') === 'true'
  const kind = isOfCluster ? 'ClusterWorkflowTemplate' : 'WorkflowTemplate'
  const found = surroundings.find(`argoproj.io/${kind}`, name, isOfCluster ? undefined : manifest.namespace)
  return found ? overlaid(field(found.value, 'spec'), spec) : `${kind} ${name} is not in the repository`
}
