import { isMapping, isSequence, type MappingValue, NULL, type Value } from '../domain/value.ts'

/**
 * The value at a path of attribute and block names. A block type holds a list of blocks: its first is meant. What is
 * absent is null; what may be hidden in an unknown part is that unknown.
 */
export function valueAt(attributes: MappingValue, path: string): Value {
  let value = attributes as Value
  for (const name of path.split('.')) {
    if (isSequence(value)) value = value.items[0] ?? value.open ?? NULL
    if (value.kind === 'unknown') return value
    if (!isMapping(value)) return NULL
    value = value.entries.get(name) ?? value.open ?? NULL
  }
  return value
}
