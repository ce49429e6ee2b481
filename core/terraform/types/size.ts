import { isMapping, isSequence, type Value } from '../../domain/value.ts'

/**
 * How many values a value may consist of. Locals that repeat one another ten times at each of thirty levels share
 * their parts in memory, but nobody could walk through them.
 */
export const MAX_PARTS = 200_000

const sizes = new WeakMap<Value, number>()

/** How many values `value` consists of, shared parts counted each time; Infinity is not reached, larger sums are kept. */
export function sizeOf(value: Value): number {
  if (!isSequence(value) && !isMapping(value)) return 1
  const known = sizes.get(value)
  if (known !== undefined) return known
  let size = 1
  for (const part of isSequence(value) ? value.items : value.entries.values()) size += sizeOf(part)
  sizes.set(value, size)
  return size
}

export function isTooLarge(values: readonly Value[]): boolean {
  let size = 0
  for (const value of values) size += sizeOf(value)
  return size > MAX_PARTS
}
