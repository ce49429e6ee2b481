import {
  isMapping,
  isSequence,
  type MappingValue,
  type UnknownValue,
  type Value,
} from '../../domain/value.ts'
import { equals } from './equals.ts'
import { uniteRefs, unknownFrom } from './traits.ts'

/**
 * What is known of a value that is one of two, where `doubt` decides which: what both agree on, the rest unknown.
 * `tags = var.gpu ? merge(local.tags, { team = "ml" }) : local.tags` certainly has the local tags.
 */
export function either(doubt: UnknownValue, a: Value, b: Value): Value {
  if (equals(a, b) === true) {
    const refs = uniteRefs(a.refs ?? [], b.refs ?? [])
    return {
      ...a,
      ...(refs.length > 0 && { refs }),
      ...((a.sensitive || b.sensitive) && { sensitive: true as const }),
    }
  }
  if (isMapping(a) && isMapping(b)) return eitherMapping(doubt, a, b)
  if (
    isSequence(a) &&
    isSequence(b) &&
    a.kind === b.kind &&
    a.kind !== 'set' &&
    !a.open &&
    !b.open &&
    a.items.length === b.items.length
  )
    return { ...a, items: a.items.map((item, index) => either(doubt, item, b.items[index]!)) }
  return unknownFrom(doubt, [a, b])
}

function eitherMapping(doubt: UnknownValue, a: MappingValue, b: MappingValue): MappingValue {
  const entries = new Map<string, Value>()
  for (const [key, value] of a.entries) {
    const other = b.entries.get(key)
    if (other) entries.set(key, either(doubt, value, other))
  }
  const differ = a.entries.size !== entries.size || b.entries.size !== entries.size
  const open = a.open ?? b.open ?? (differ ? doubt : undefined)
  const refs = uniteRefs(a.refs ?? [], b.refs ?? [])
  return {
    kind: a.kind === b.kind ? a.kind : 'map',
    entries,
    ...(open && { open }),
    ...(refs.length > 0 && { refs }),
    ...((a.sensitive || b.sensitive) && { sensitive: true as const }),
  }
}
