import {
  isMapping,
  isSequence,
  type SequenceValue,
  type Traits,
  type UnknownValue,
  type Value,
} from '../../domain/value.ts'
import { compareNumbers, isWhollyKnown } from './equals.ts'
import { formatNumber } from './format-number.ts'
import { compareText, sortedEntries } from './order.ts'

/**
 * A set: known items once and in Terraform's order, then the items that are unknown in some part. Two of those, or
 * one of those and a known item, may turn out to be the same item.
 */
export function makeSet(items: readonly Value[], open?: UnknownValue, traits: Traits = {}): SequenceValue {
  const known = new Map<string, Value>()
  const unsure: Value[] = []
  for (const item of items) {
    if (!isWhollyKnown(item)) unsure.push(item)
    else {
      const key = identity(item)
      if (!known.has(key)) known.set(key, item)
    }
  }
  // Whoever sees which items there are sees the sensitive ones.
  const sensitive = items.some(isSensitive)
  return {
    kind: 'set',
    items: [...sorted(known), ...unsure],
    ...(open && { open }),
    ...traits,
    ...(sensitive && { sensitive }),
  }
}

function isSensitive(value: Value): boolean {
  if (value.sensitive) return true
  if (isSequence(value)) return value.items.some(isSensitive)
  return isMapping(value) && [...value.entries.values()].some(isSensitive)
}

function sorted(known: ReadonlyMap<string, Value>): readonly Value[] {
  return [...known]
    .sort(([keyA, a], [keyB, b]) => compareItems(a, b) || compareText(keyA, keyB))
    .map(([, item]) => item)
}

function compareItems(a: Value, b: Value): number {
  if (a.kind === 'null' || b.kind === 'null') return Number(a.kind === 'null') - Number(b.kind === 'null')
  if (a.kind === 'string' && b.kind === 'string') return compareText(a.value, b.value)
  if (a.kind === 'number' && b.kind === 'number') return compareNumbers(a, b)
  if (a.kind === 'bool' && b.kind === 'bool') return Number(a.value) - Number(b.value)
  return 0
}

/**
 * A text that two known values share exactly where they are equal. Its form is that of the hash by which Terraform
 * orders sets of objects and collections (go-cty, set_internals.go).
 */
export function identity(value: Value): string {
  if (isSequence(value)) {
    const items = value.items.map((item) => `${identity(item)};`).join('')
    return value.kind === 'tuple' ? `<${items}>` : `[${items}]`
  }
  if (isMapping(value)) {
    const entries = sortedEntries(value)
    if (value.kind === 'map')
      return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${identity(item)};`).join('')}}`
    return `<${entries.map(([, item]) => `${identity(item)};`).join('')}>${JSON.stringify([...entries.map(([key]) => key)])}`
  }
  switch (value.kind) {
    case 'string':
      return JSON.stringify(value.value)
    case 'number':
      return formatNumber(value)
    case 'bool':
      return value.value ? 'T' : 'F'
    default:
      return value.kind === 'null' ? '~' : '?'
  }
}
