import type { Value } from '../../domain/value.ts'
import { field, itemsOf, textAt } from '../field.ts'
import type { KindContext } from '../pods/pod-group.ts'
import { type Call, callsOf } from './calls.ts'

/** A template, and the prefix that its own calls go by: empty in the workflow itself. */
export interface ScopedTemplate {
  readonly value: Value
  readonly scope: string
}

export interface ScopedTemplates {
  readonly templates: ReadonlyMap<string, ScopedTemplate>
  readonly missing: readonly string[]
}

/** A workflow's own templates, and those that steps of theirs fetch by `templateRef`, as `name/template`. */
export function scopedTemplates(spec: Value, context: KindContext): ScopedTemplates {
  const templates = new Map<string, ScopedTemplate>()
  const missing = new Set<string>()
  const fetched = new Set<string>()
  const open: Call[] = []
  const add = (of: Value, scope: string) => {
    for (const value of itemsOf(field(of, 'templates')).items) {
      const name = textAt(value, 'name')
      if (name === undefined) continue
      templates.set(scope + name, { value, scope })
      open.push(...callsOf(value, scope))
    }
  }
  add(spec, '')
  for (let call = open.pop(); call; call = open.pop()) {
    const { ref } = call
    if (!ref || fetched.has(ref.name)) continue
    fetched.add(ref.name)
    const kind = ref.isOfCluster ? 'ClusterWorkflowTemplate' : 'WorkflowTemplate'
    const { manifest, surroundings } = context
    const found = surroundings.find(
      `argoproj.io/${kind}`,
      ref.name,
      ref.isOfCluster ? undefined : manifest.namespace,
    )
    if (found) add(field(found.value, 'spec'), `${ref.name}/`)
    else missing.add(`${kind} ${ref.name} is not in the repository: its pods are not counted`)
  }
  return { templates, missing: [...missing] }
}
