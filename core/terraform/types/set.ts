import {
  findUnknown,
  isMapping,
  isSequence,
  type NumberValue,
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
  const items = [...known.values()]
  if (!items.some((item) => isSequence(item) || isMapping(item))) return items.sort(compareItems)
  return items
    .map((item) => ({ item, key: spelled(item, shortNumber) }))
    .sort((a, b) => compareItems(a.item, b.item) || compareText(a.key, b.key))
    .map(({ item }) => item)
}

function compareItems(a: Value, b: Value): number {
  if (a.kind === 'null' || b.kind === 'null') return Number(a.kind === 'null') - Number(b.kind === 'null')
  if (a.kind === 'string' && b.kind === 'string') return compareText(a.value, b.value)
  if (a.kind === 'number' && b.kind === 'number') return compareNumbers(a, b)
  if (a.kind === 'bool' && b.kind === 'bool') return Number(a.value) - Number(b.value)
  return 0
}

/** A text that two known values share exactly where they are equal. */
export function identity(value: Value): string {
  return spelled(value, formatNumber)
}

/** The form of the hash by which Terraform orders sets of objects and collections (go-cty, set_internals.go). */
function spelled(value: Value, spellNumber: (value: NumberValue) => string): string {
  const inner = (item: Value): string => `${spelled(item, spellNumber)};`
  if (isSequence(value)) {
    const items = value.items.map(inner).join('')
    return value.kind === 'tuple' ? `<${items}>` : `[${items}]`
  }
  if (isMapping(value)) {
    const entries = sortedEntries(value)
    if (value.kind === 'map')
      return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${inner(item)}`).join('')}}`
    return `<${entries.map(([, item]) => inner(item)).join('')}>${JSON.stringify([...entries.map(([key]) => key)])}`
  }
  switch (value.kind) {
    case 'string':
      return JSON.stringify(value.value)
    case 'number':
      return spellNumber(value)
    case 'bool':
      return value.value ? 'T' : 'F'
    default:
      return value.kind === 'null' ? '~' : '?'
  }
}

/** Ten significant digits, as Go prints a big.Float: `1e+30`, `0.0001`, `1e-07`. */
function shortNumber({ value }: NumberValue): string {
  if (!Number.isFinite(value) || value === 0) return formatNumber({ kind: 'number', value })
  const [digits = '', power = ''] = value.toExponential(9).split('e')
  const exponent = Number(power)
  if (exponent >= -4 && exponent < 10) return String(Number(value.toPrecision(10)))
  const size = String(Math.abs(exponent)).padStart(2, '0')
  return `${digits.replace(/\.?0+$/, '')}e${exponent < 0 ? '-' : '+'}${size}`
}

/** Of a set with unknown items, nobody knows the order nor how many they are: some may turn out to be one and the same. */
export function doubtInSet(value: SequenceValue): UnknownValue | undefined {
  return value.kind === 'set' && value.items.length > 1 ? findUnknown(value) : undefined
}
