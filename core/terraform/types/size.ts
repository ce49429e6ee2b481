import { isMapping, isSequence, type Value } from '../../domain/value.ts'

/**
 * How many values a value may consist of. Locals that repeat one another ten times at each of thirty levels share
 * their parts in memory, but nobody could walk through them.
 */
export const MAX_PARTS = 200_000
/** How deep values may be nested in one another: whoever walks through them does so on the stack. */
const MAX_NESTING = 500

interface Extent {
  readonly parts: number
  readonly nesting: number
}

const SINGLE: Extent = { parts: 1, nesting: 1 }
const extents = new WeakMap<Value, Extent>()

/** Parts are counted each time they are shared. Each value is measured once; one made of measured parts is quick. */
function extentOf(value: Value): Extent {
  if (!isSequence(value) && !isMapping(value)) return SINGLE
  const known = extents.get(value)
  if (known) return known
  let parts = 1
  let nesting = 0
  for (const part of isSequence(value) ? value.items : value.entries.values()) {
    const inner = extentOf(part)
    parts += inner.parts
    nesting = Math.max(nesting, inner.nesting)
  }
  const extent = { parts, nesting: nesting + 1 }
  extents.set(value, extent)
  return extent
}

/** What is too much about values that are to be walked through together: `more than … parts`. */
export function excessOf(values: readonly Value[]): string | undefined {
  let parts = 0
  for (const value of values) {
    const extent = extentOf(value)
    if (extent.nesting > MAX_NESTING) return `more than ${MAX_NESTING} levels`
    parts += extent.parts
  }
  return parts > MAX_PARTS ? `more than ${MAX_PARTS} parts` : undefined
}
