import { isMapping, isSequence, type MappingValue, object, type Value } from '../../domain/value.ts'
import type { GroupVersionKind } from './object-id.ts'
import { withEntry } from './value-edits.ts'

/**
 * A field of objects of a kind, as Kustomize's transformers name it: `spec/template/metadata/labels`. Lists on the way
 * are walked through item by item; `\/` is a slash within a key.
 */
export interface FieldSpec {
  readonly path: string
  readonly group?: string
  readonly version?: string
  readonly kind?: string
  /** Whether the field, and mappings on the way to it, are made where they are missing. */
  readonly create?: boolean
}

export function isSelected(id: GroupVersionKind, by: Partial<GroupVersionKind>): boolean {
  return (
    (!by.group || by.group === id.group) &&
    (!by.version || by.version === id.version) &&
    (!by.kind || by.kind === id.kind)
  )
}

/** `a/b\/c` → `a`, `b/c`. A leading separator means nothing. */
export function splitPath(path: string, separator: '/' | '.'): readonly string[] {
  const parts: string[] = []
  for (const part of path.split(separator)) {
    const last = parts.at(-1)
    if (last?.endsWith('\\')) parts[parts.length - 1] = `${last.slice(0, -1)}${separator}${part}`
    else parts.push(part)
  }
  return parts.length > 1 && parts[0] === '' ? parts.slice(1) : parts
}

/**
 * Every value at a path, updated. `created` is what stands where the field is missing, if it is to be made. `update`
 * gives undefined for what stays as it is.
 */
export function updateField(
  object: MappingValue,
  path: string,
  update: (value: Value) => Value | undefined,
  created?: Value,
): MappingValue {
  const updated = updateAt(object, splitPath(path, '/'), update, created)
  return isMapping(updated) ? updated : object
}

const EMPTY = object(new Map())

function updateAt(
  value: Value,
  [step, ...rest]: readonly string[],
  update: (value: Value) => Value | undefined,
  created: Value | undefined,
): Value {
  if (step === undefined) return update(value) ?? value
  if (isSequence(value)) {
    const items = value.items.map((item) => updateAt(item, [step, ...rest], update, created))
    return items.every((item, index) => item === value.items[index]) ? value : { ...value, items }
  }
  if (!isMapping(value)) return value
  const isList = step.endsWith('[]')
  const key = isList ? step.slice(0, -2) : step
  const present = value.entries.get(key)
  const isMissing = present === undefined || present.kind === 'null'
  if (isMissing && (created === undefined || isList)) return value
  const field = isMissing ? (rest.length === 0 ? created! : EMPTY) : present
  return withEntry(value, key, updateAt(field, rest, update, created))
}
