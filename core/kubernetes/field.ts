import { isMapping, isSequence, NULL, type UnknownValue, type Value } from '../domain/value.ts'

/** What is written below a value: null where nothing is, unknown where something may be that is not known. */
export function field(value: Value, ...path: readonly string[]): Value {
  let found = value
  for (const key of path) {
    if (found.kind === 'unknown') return found
    if (!isMapping(found)) return NULL
    found = found.entries.get(key) ?? found.open ?? NULL
  }
  return found
}

export interface Items {
  readonly items: readonly Value[]
  /** There may be more, because of this. */
  readonly open: UnknownValue | undefined
}

/** The items of a list; none where there is no list. */
export function itemsOf(value: Value): Items {
  if (value.kind === 'unknown') return { items: [], open: value }
  return isSequence(value) ? { items: value.items, open: value.open } : { items: [], open: undefined }
}

/** A scalar as text: numbers and bools as they are written in JSON. Undefined for anything else. */
export function textOf(value: Value): string | undefined {
  if (value.kind === 'string') return value.value
  if (value.kind === 'number') return value.digits ?? String(value.value)
  return value.kind === 'bool' ? String(value.value) : undefined
}

export const textAt = (value: Value, ...path: readonly string[]): string | undefined =>
  textOf(field(value, ...path))
