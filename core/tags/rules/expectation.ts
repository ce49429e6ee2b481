import type { TagKey } from '../../config/tag-schema.ts'
import { oneOf, quote } from '../../config/wording.ts'

/** What a key's value is to be, for a message: `. expected one of "a", "b"`; empty where anything goes. */
export function expectation({ values, or = [], pattern, type }: TagKey): string {
  const others = or.length > 0 ? ` (or ${oneOf(or)})` : ''
  if (values) return `. expected ${oneOf([...values, ...or])}`
  if (type === 'date') return `. expected an ISO 8601 date, e.g. "2026-12-31"${others}`
  if (pattern !== undefined) return `. expected a value that matches ${quote(pattern)}${others}`
  return ''
}
