import { isMapping, isSequence, string, type Value } from '../../domain/value.ts'
import type { BuiltObject } from './built-object.ts'
import { valueAtPath } from './field-path.ts'
import { type FieldSpec, isSelected, updateField } from './field-spec.ts'
import { type Layer, type Report, rangeIn } from './layer.ts'
import { groupVersion, idOf, kindOf, type ObjectId } from './object-id.ts'
import { itemsBelow, textBelow, textOf } from './value-edits.ts'

/** A variable of `vars:` and the layer that declares it. */
export interface Var {
  readonly name: string
  readonly value: Value
  readonly layer: Layer
}

/** `$(NAME)` becomes the field of the object that the variable names; `$$(NAME)` stays `$(NAME)`. */
export function resolveVars(
  objects: readonly BuiltObject[],
  vars: readonly Var[],
  fields: readonly FieldSpec[],
  report: Report,
): readonly BuiltObject[] {
  const values = new Map<string, Value>()
  const meant = new Map(objects.flatMap((object) => object.vars.map((name) => [name, object] as const)))
  for (const variable of vars) {
    const path =
      textBelow(variable.value, 'fieldref', 'fieldpath') ?? textBelow(variable.value, 'fieldref', 'fieldPath')
    const object = meant.get(variable.name)
    const value = object && valueAtPath(object.value, path || 'metadata.name')
    if (value) values.set(variable.name, value)
    else
      report(
        `the var "${variable.name}" names no field of an object here`,
        rangeIn(variable.layer, variable.value),
      )
  }
  if (values.size === 0) return objects
  return objects.map((object) => {
    const kind = kindOf(object.value)
    let { value } = object
    for (const { path, create: _, ...selector } of fields)
      if (isSelected(kind, selector)) value = updateField(value, path, (field) => expanded(field, values))
    return value === object.value ? object : { ...object, value }
  })
}

/** Which object each variable means is settled where it is declared: further out, others may be called the same. */
export function declareVars(
  objects: readonly BuiltObject[],
  layer: Layer,
): { readonly objects: readonly BuiltObject[]; readonly vars: readonly Var[] } {
  const vars = itemsBelow(layer.value, 'vars').map((value) => ({
    name: textBelow(value, 'name') ?? '',
    value,
    layer,
  }))
  if (vars.length === 0) return { objects, vars }
  const byName = new Map<string, number[]>()
  for (const [place, { previous, value }] of objects.entries())
    for (const name of new Set([...previous, idOf(value)].map((id) => id.name)))
      byName.set(name, [...(byName.get(name) ?? []), place])
  const marked = [...objects]
  for (const { name, value } of vars) {
    const id = wantedId(value)
    const found = (byName.get(id.name) ?? []).filter((place) => isMeant(marked[place]!, id))
    const [place] = found
    if (place !== undefined && found.length === 1)
      marked[place] = { ...marked[place]!, vars: [...marked[place]!.vars, name] }
  }
  return { objects: marked, vars }
}

function wantedId(value: Value): ObjectId {
  const apiVersion = textBelow(value, 'objref', 'apiVersion')
  return {
    ...(apiVersion
      ? groupVersion(apiVersion)
      : {
          group: textBelow(value, 'objref', 'group') ?? '',
          version: textBelow(value, 'objref', 'version') ?? '',
        }),
    kind: textBelow(value, 'objref', 'kind') ?? '',
    name: textBelow(value, 'objref', 'name') ?? '',
    namespace: textBelow(value, 'objref', 'namespace') ?? '',
  }
}

function isMeant(
  { previous, value }: BuiltObject,
  { group, version, kind, name, namespace }: ObjectId,
): boolean {
  const current = idOf(value)
  if (current.group !== group || current.version !== version) return false
  return [...previous, current].some(
    (id) => id.kind === kind && id.name === name && (namespace === '' || id.namespace === namespace),
  )
}

function expanded(field: Value, values: ReadonlyMap<string, Value>): Value {
  if (isSequence(field)) return { ...field, items: field.items.map((item) => expandedText(item, values)) }
  if (!isMapping(field)) return expandedText(field, values)
  const entries = new Map<string, Value>()
  for (const [key, item] of field.entries) entries.set(key, expandedText(item, values))
  return { ...field, entries }
}

function expandedText(field: Value, values: ReadonlyMap<string, Value>): Value {
  if (field.kind !== 'string') return field
  const whole = /^\$\(([^()]+)\)$/.exec(field.value)
  const only = whole && values.get(whole[1]!)
  if (only && textOf(only) !== undefined)
    return { ...only, ...(field.origins ? { origins: field.origins } : {}) }
  const text = field.value.replace(/\$\$|\$\(([^()]+)\)/g, (found, name: string | undefined) => {
    if (name === undefined) return '$'
    return textOf(values.get(name)) ?? found
  })
  return text === field.value ? field : { ...field, ...string(text) }
}
