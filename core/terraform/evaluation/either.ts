import { isMapping, isSequence, type UnknownValue, type Value } from '../../domain/value.ts'
import { equals } from '../types/equals.ts'
import { unknownFrom } from '../types/traits.ts'

/**
 * What is certain when a value is one of two and nobody knows which: what both agree on. Of two maps, the keys that
 * both have, open because of the rest: `var.gpu ? merge(local.tags, { team = "ml" }) : local.tags` certainly has the
 * local tags.
 */
export function either(why: UnknownValue, a: Value, b: Value): Value {
  if (a.kind === 'unknown' || b.kind === 'unknown') return unknownFrom(why, [a, b])
  if (isMapping(a) && isMapping(b)) {
    const entries = new Map<string, Value>()
    for (const [key, value] of a.entries) {
      const other = b.entries.get(key)
      if (other) entries.set(key, either(why, value, other))
    }
    const same = entries.size === a.entries.size && entries.size === b.entries.size
    const open = a.open ?? b.open ?? (same ? undefined : why)
    const { open: _, ...closed } = a
    return open ? { ...closed, entries, open } : { ...closed, entries }
  }
  if (isSequence(a) && isSequence(b)) {
    if (a.items.length !== b.items.length || a.open || b.open)
      return { ...a, items: [], open: unknownFrom(why, [a, b]) }
    return { ...a, items: a.items.map((item, index) => either(why, item, b.items[index]!)) }
  }
  return equals(a, b) === true ? a : unknownFrom(why, [a, b])
}
