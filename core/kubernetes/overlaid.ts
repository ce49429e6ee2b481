import { isMapping, NULL, type Value } from '../domain/value.ts'

/** One value laid over another: mappings key by key, anything else replaced. Nothing replaces nothing. */
export function overlaid(under: Value, over: Value): Value {
  if (over.kind === 'null') return under
  if (!isMapping(under) || !isMapping(over)) return over
  const entries = new Map(under.entries)
  for (const [key, value] of over.entries) entries.set(key, overlaid(entries.get(key) ?? NULL, value))
  return { ...over, entries }
}
