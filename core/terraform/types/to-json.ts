import { goJson } from '../../domain/go-json.ts'
import { isMapping, isSequence, type UnknownValue, type Value } from '../../domain/value.ts'
import { formatNumber } from './format-number.ts'
import { sortedEntries } from './order.ts'

/** The value as `jsonencode` writes it: keys sorted, no spaces, `<`, `>` and `&` escaped. Or what of it is unknown. */
export function toJson(value: Value): string | UnknownValue {
  const parts: string[] = []
  const unsure = write(value, parts)
  return unsure ?? parts.join('')
}

function write(value: Value, parts: string[]): UnknownValue | undefined {
  if (isSequence(value)) {
    if (value.open) return value.open
    for (const [index, item] of value.items.entries()) {
      parts.push(index === 0 ? '[' : ',')
      const unsure = write(item, parts)
      if (unsure) return unsure
    }
    parts.push(value.items.length === 0 ? '[]' : ']')
    return undefined
  }
  if (isMapping(value)) {
    if (value.open) return value.open
    for (const [index, [key, item]] of sortedEntries(value).entries()) {
      parts.push(index === 0 ? '{' : ',', goJson(key), ':')
      const unsure = write(item, parts)
      if (unsure) return unsure
    }
    parts.push(value.entries.size === 0 ? '{}' : '}')
    return undefined
  }
  if (value.kind === 'unknown') return value
  parts.push(writePrimitive(value))
  return undefined
}

function writePrimitive(
  value: Exclude<Value, { readonly kind: 'list' | 'set' | 'tuple' | 'map' | 'object' | 'unknown' }>,
): string {
  if (value.kind === 'null') return 'null'
  if (value.kind === 'string') return goJson(value.value)
  return value.kind === 'number' ? formatNumber(value) : String(value.value)
}
