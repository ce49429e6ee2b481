import { isMapping, isSequence, type MappingValue, type Value } from '../../domain/value.ts'

/** Values are never changed: an edit gives a new value that shares what stayed, and the same one where nothing changed. */

export function withEntry(mapping: MappingValue, key: string, value: Value): MappingValue {
  if (mapping.entries.get(key) === value) return mapping
  return { ...mapping, entries: new Map(mapping.entries).set(key, value) }
}

export function withoutEntry(mapping: MappingValue, key: string): MappingValue {
  if (!mapping.entries.has(key)) return mapping
  const entries = new Map(mapping.entries)
  entries.delete(key)
  return { ...mapping, entries }
}

/** What is written below a value; undefined where nothing is, and where the path leads into a list. */
export function valueBelow(value: Value | undefined, ...path: readonly string[]): Value | undefined {
  let found = value
  for (const key of path) found = found && isMapping(found) ? found.entries.get(key) : undefined
  return found
}

/** Sets what is written below a mapping; mappings on the way are made where there are none. */
export function withValueBelow(
  mapping: MappingValue,
  [key, ...rest]: readonly string[],
  value: Value,
): MappingValue {
  if (key === undefined) return mapping
  if (rest.length === 0) return withEntry(mapping, key, value)
  const inner = mapping.entries.get(key)
  const outer: MappingValue = inner && isMapping(inner) ? inner : { kind: 'object', entries: new Map() }
  return withEntry(mapping, key, withValueBelow(outer, rest, value))
}

/** A scalar as text: numbers and bools as they are written in JSON. */
export function textOf(value: Value | undefined): string | undefined {
  if (value?.kind === 'string') return value.value
  if (value?.kind === 'number') return value.digits ?? String(value.value)
  return value?.kind === 'bool' ? String(value.value) : undefined
}

export const textBelow = (value: Value | undefined, ...path: readonly string[]): string | undefined =>
  textOf(valueBelow(value, ...path))

export function itemsBelow(value: Value | undefined, ...path: readonly string[]): readonly Value[] {
  const found = valueBelow(value, ...path)
  return found && isSequence(found) ? found.items : []
}

/** Texts by key, as labels and annotations are; what is no scalar is left out. */
export function textsBelow(
  value: Value | undefined,
  ...path: readonly string[]
): ReadonlyMap<string, string> {
  const found = valueBelow(value, ...path)
  const texts = new Map<string, string>()
  if (found && isMapping(found))
    for (const [key, item] of found.entries) {
      const text = textOf(item)
      if (text !== undefined) texts.set(key, text)
    }
  return texts
}
