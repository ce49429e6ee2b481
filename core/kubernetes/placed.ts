import { isMapping, isSequence, type Value } from '../domain/value.ts'
import type { Range } from '../source/source-file.ts'

/** A value read from a text within a file, with everything in it placed where that text is written. */
export function placed(value: Value, place: Range): Value {
  const origins = [place]
  if (isSequence(value)) return { ...value, items: value.items.map((item) => placed(item, place)), origins }
  if (!isMapping(value)) return { ...value, origins }
  const entries = new Map<string, Value>()
  for (const [key, item] of value.entries) entries.set(key, placed(item, place))
  return { ...value, entries, origins }
}
