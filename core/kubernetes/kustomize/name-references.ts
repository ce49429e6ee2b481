import { isMapping, isSequence, type MappingValue, string, type Value } from '../../domain/value.ts'
import type { Range } from '../../source/source-file.ts'
import { type BuiltObject, originalId } from './built-object.ts'
import { isSelected, updateField } from './field-spec.ts'
import type { NameReference } from './fields/name-fields.ts'
import { describeId, type GroupVersionKind, idOf } from './object-id.ts'
import { itemsBelow, textBelow, textOf, withEntry } from './value-edits.ts'

/** Names in references become what the objects they name have become: prefixed, suffixed, hashed. */
export function updateReferences(
  objects: readonly BuiltObject[],
  references: readonly NameReference[],
  report: (message: string, range: Range) => void,
): readonly BuiltObject[] {
  const byFormerName = new Map<string, BuiltObject[]>()
  for (const object of objects)
    for (const name of new Set(object.previous.map((id) => id.name))) {
      const named = byFormerName.get(name)
      if (named) named.push(object)
      else byFormerName.set(name, [object])
    }
  if (byFormerName.size === 0) return objects
  return objects.map((referrer) => {
    const kind = { ...idOf(referrer.value), kind: originalId(referrer).kind }
    let { value } = referrer
    for (const { target, fields } of references)
      for (const { path, create: _, ...selector } of fields) {
        if (!isSelected(kind, selector)) continue
        const find = (name: string, namespace: string | undefined) => {
          const candidates = byFormerName.get(name) ?? []
          return candidates.length === 0
            ? undefined
            : referred({ referrer, target, path, name, namespace }, candidates, report)
        }
        value = updateField(value, path, (field) => renamed(field, find))
      }
    return value === referrer.value ? referrer : { ...referrer, value }
  })
}

type Find = (name: string, namespace: string | undefined) => BuiltObject | undefined

/** A field holds a name, names, or a mapping of `name` and perhaps `namespace`. */
function renamed(field: Value, find: Find): Value | undefined {
  if (isSequence(field)) {
    const items = field.items.map((item) => renamed(item, find) ?? item)
    return items.every((item, index) => item === field.items[index]) ? undefined : { ...field, items }
  }
  if (isMapping(field)) return renamedMapping(field, find)
  const name = textOf(field)
  const target = name === undefined ? undefined : find(name, undefined)
  return target && withText(field, idOf(target.value).name)
}

function renamedMapping(field: MappingValue, find: Find): MappingValue | undefined {
  const written = field.entries.get('name')
  const name = textOf(written)
  if (!written || name === undefined) return undefined
  const target = find(name, textOf(field.entries.get('namespace')))
  if (!target) return undefined
  const changed = withEntry(field, 'name', withText(written, idOf(target.value).name))
  const namespace = textBelow(target.value, 'metadata', 'namespace')
  if (!namespace || textOf(changed.entries.get('namespace')) === namespace) return changed
  return withEntry(changed, 'namespace', withText(changed.entries.get('namespace') ?? written, namespace))
}

/** Where the reference is written stays: it is the place to look at. */
function withText(written: Value, text: string): Value {
  return textOf(written) === text ? written : { ...written, ...string(text) }
}

interface Reference {
  readonly referrer: BuiltObject
  readonly target: Partial<GroupVersionKind>
  readonly path: string
  readonly name: string
  readonly namespace: string | undefined
}

/** The one object a reference means; undefined where it means none of them. */
function referred(
  reference: Reference,
  named: readonly BuiltObject[],
  report: (message: string, range: Range) => void,
): BuiltObject | undefined {
  const { referrer, name, namespace } = reference
  let candidates = named.filter((candidate) => isPossible(candidate, reference))
  if (namespace !== undefined) candidates = inNamespace(candidates, namespace)
  if (candidates.length <= 1) return candidates[0]
  candidates = candidates.filter((candidate) => hasSameAffixes(candidate, referrer, true))
  if (candidates.length > 1)
    candidates = candidates.filter((candidate) => hasSameAffixes(candidate, referrer, false))
  const [first, ...others] = candidates
  if (!first) return undefined
  const current = idOf(first.value)
  const isSame = others.every((other) => {
    const id = idOf(other.value)
    return id.name === current.name && (namespace === undefined || id.namespace === current.namespace)
  })
  if (isSame) return first
  const found = candidates.map(({ value }) => describeId(idOf(value))).join(', ')
  report(`"${name}" in ${describeId(idOf(referrer.value))} may mean any of: ${found}`, referrer.range)
  return undefined
}

function isPossible(candidate: BuiltObject, { referrer, target, path, name }: Reference): boolean {
  const { group, version } = idOf(candidate.value)
  const former = candidate.previous.map((id) => ({ ...id, group, version }))
  if (!former.some((id) => id.name === name) || !former.some((id) => isSelected(id, target))) return false
  if (path.endsWith('roleRef/name')) {
    const role = {
      group: textBelow(referrer.value, 'roleRef', 'apiGroup') ?? '',
      kind: textBelow(referrer.value, 'roleRef', 'kind') ?? '',
    }
    if (!former.some((id) => isSelected(id, role))) return false
  }
  return isReachable(candidate, referrer)
}

/** From a namespace one sees what is in it, what is in none, and the service accounts that a binding names. */
function isReachable(candidate: BuiltObject, referrer: BuiltObject): boolean {
  const [to, from] = [idOf(candidate.value), idOf(referrer.value)]
  if (from.namespace === '' || to.namespace === '' || to.namespace === from.namespace) return true
  if (from.kind !== 'RoleBinding' || to.kind !== 'ServiceAccount') return false
  const written = textBelow(candidate.value, 'metadata', 'namespace') ?? ''
  return itemsBelow(referrer.value, 'subjects').some(
    (subject) =>
      textBelow(subject, 'kind') === 'ServiceAccount' && textBelow(subject, 'namespace') === written,
  )
}

function inNamespace(candidates: readonly BuiltObject[], namespace: string): BuiltObject[] {
  const formerly = candidates.filter((candidate) => originalId(candidate).namespace === namespace)
  return formerly.length > 0
    ? formerly
    : candidates.filter(({ value }) => idOf(value).namespace === namespace)
}

/** Whether both went through the same layers, as far as prefixes and suffixes tell. */
function hasSameAffixes(one: BuiltObject, other: BuiltObject, mayBeNone: boolean): boolean {
  return (['prefixes', 'suffixes'] as const).every((key) => {
    const [shorter, longer] = [one[key], other[key]].sort((a, b) => a.length - b.length) as [
      readonly string[],
      readonly string[],
    ]
    if (shorter.length === 0) return mayBeNone || longer.length === 0
    return shorter.every((affix, index) => longer[longer.length - shorter.length + index] === affix)
  })
}
