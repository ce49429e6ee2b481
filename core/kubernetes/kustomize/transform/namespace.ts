import { isMapping, type MappingValue, string, type Value, writtenAt } from '../../../domain/value.ts'
import { type BuiltObject, rememberId } from '../built-object.ts'
import { isClusterScoped } from '../builtin-kinds.ts'
import { isSelected, updateField } from '../field-spec.ts'
import { type LayerContext, rangeIn, type Transformer } from '../layer.ts'
import { kindOf } from '../object-id.ts'
import { textBelow, textOf, withEntry, withValueBelow } from '../value-edits.ts'

/** `namespace:`, written into everything that is not known to lie in none. */
export const setNamespace: Transformer = (objects, context) => {
  const written = context.layer.value.entries.get('namespace')
  const name = textOf(written)
  if (!name) return objects
  const namespace = writtenAt(string(name), rangeIn(context.layer, written))
  return objects.map((object) => ({
    ...rememberId(object),
    value: inNamespace(object, namespace, context),
  }))
}

function inNamespace({ value }: BuiltObject, namespace: Value, { fields }: LayerContext): MappingValue {
  const apiVersion = textBelow(value, 'apiVersion') ?? ''
  const kind = textBelow(value, 'kind') ?? ''
  let changed = isClusterScoped(apiVersion, kind)
    ? value
    : withValueBelow(value, ['metadata', 'namespace'], namespace)
  if (kind === 'RoleBinding' || kind === 'ClusterRoleBinding')
    changed = withDefaultSubjects(changed, namespace)
  for (const { path, create, ...selector } of fields.namespace) {
    // The namespace of an object itself is written above, and only the core group's Namespace is one.
    if (path === 'metadata/namespace' || (path === 'metadata/name' && apiVersion !== 'v1')) continue
    if (path === 'subjects/namespace' && kind.endsWith('RoleBinding')) continue
    if (isSelected(kindOf(value), selector))
      changed = updateField(changed, path, () => namespace, create ? namespace : undefined)
  }
  return changed
}

/** A binding's subjects follow by their references; only the `default` service account is nobody's object. */
function withDefaultSubjects(value: MappingValue, namespace: Value): MappingValue {
  return updateField(value, 'subjects', (subjects) => {
    if (subjects.kind !== 'list' && subjects.kind !== 'tuple') return undefined
    const items = subjects.items.map((subject) =>
      isMapping(subject) && textBelow(subject, 'name') === 'default'
        ? withEntry(subject, 'namespace', namespace)
        : subject,
    )
    return { ...subjects, items }
  })
}
