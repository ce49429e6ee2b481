import { isMapping, isSequence, list, NULL, type Value } from '../domain/value.ts'
import { textAt } from './field.ts'

/** Whether lists are replaced as a whole, or their items merged where they have the same `name`. */
type Lists = 'replaced' | 'by-name'

/** One value laid over another: mappings key by key, anything else replaced. Nothing replaces nothing. */
export function overlaid(under: Value, over: Value, lists: Lists = 'replaced'): Value {
  if (over.kind === 'null') return under
  if (lists === 'by-name' && isSequence(under) && isSequence(over)) {
    const items = mergedByName(under.items, over.items)
    return items ? { ...over, ...list(items) } : over
  }
  if (!isMapping(under) || !isMapping(over)) return over
  const entries = new Map(under.entries)
  for (const [key, value] of over.entries) entries.set(key, overlaid(entries.get(key) ?? NULL, value, lists))
  const origins = over.origins ?? under.origins
  return { ...over, entries, ...(origins && { origins }) }
}

/** Undefined where an item has no name. */
function mergedByName(under: readonly Value[], over: readonly Value[]): readonly Value[] | undefined {
  const items = new Map<string, Value>()
  for (const item of [...under, ...over]) {
    const name = textAt(item, 'name')
    if (name === undefined) return undefined
    items.set(name, overlaid(items.get(name) ?? NULL, item, 'by-name'))
  }
  return [...items.values()]
}
