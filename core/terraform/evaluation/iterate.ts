import { isMapping, isSequence, number, string, type UnknownValue, type Value } from '../../domain/value.ts'
import type { Range } from '../../source/source-file.ts'
import { EvaluationFailure } from './evaluation-failure.ts'

export interface Item {
  readonly key: Value
  readonly value: Value
}

/** What a `for` runs over: each known item, and whether there may be more. */
export function iterate(
  collection: Value,
  at: Range,
): { readonly items: Iterable<Item>; readonly open: UnknownValue | undefined } {
  if (isSequence(collection)) {
    // An item's index is not known where others may stand before it; a set's items are their own keys.
    const items = collection.items.map((value, index) => ({
      key: collection.kind === 'set' ? value : (collection.open ?? number(index)),
      value,
    }))
    return { items, open: collection.open }
  }
  if (isMapping(collection)) {
    const entries = [...collection.entries].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    const items = entries.map(([key, value]) => ({ key: string(key), value }))
    return { items, open: collection.open }
  }
  throw new EvaluationFailure(
    `"for" cannot run over ${collection.kind}. expected a list, set, map or object`,
    at,
  )
}
