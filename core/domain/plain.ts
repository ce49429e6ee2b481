import type { Value } from './value.ts'

/** What JSON can say. */
export type Plain = null | boolean | number | string | readonly Plain[] | { readonly [key: string]: Plain }

/** Parts of one value beyond which the rest is only said to be there. */
const MAX_PARTS = 20_000

/**
 * A value as plain JSON: `{"$unknown": reason}` or `{"$sensitive": true}` wherever a part is so. A map that may hold
 * more keys has a key `$unknown` with the reason; a list that may hold more items ends in such an object.
 */
export function toPlain(value: Value): Plain {
  let left = MAX_PARTS
  const plain = (part: Value): Plain => {
    if (left-- <= 0) return { $truncated: true }
    if (part.sensitive) return { $sensitive: true }
    switch (part.kind) {
      case 'null':
        return null
      case 'bool':
      case 'string':
        return part.value
      case 'number':
        return Number.isFinite(part.value) ? part.value : String(part.value)
      case 'unknown':
        return { $unknown: part.because }
      case 'list':
      case 'set':
      case 'tuple': {
        const items = part.items.map(plain)
        return part.open ? [...items, { $unknown: part.open.because }] : items
      }
      case 'map':
      case 'object': {
        // Not an object literal: a key may be named `__proto__`.
        const entries = [...part.entries].map(([key, entry]): [string, Plain] => [key, plain(entry)])
        if (part.open) entries.push(['$unknown', part.open.because])
        return Object.fromEntries(entries)
      }
      default:
        return part satisfies never
    }
  }
  return plain(value)
}
