import {
  isMapping,
  isSequence,
  type MappingValue,
  type NumberValue,
  type SequenceValue,
  type UnknownValue,
  unknown,
  type Value,
} from '../../domain/value.ts'
import { compareDecimals, toDecimal } from './decimal.ts'
import { excessOf } from './size.ts'
import { unknownFrom } from './traits.ts'

/**
 * Terraform's `==`: values of different types are different (`1 == "1"` is false, and so is a tuple against a list),
 * null equals only null. Where known parts already differ, unknown parts do not matter.
 */
export function equals(a: Value, b: Value): boolean | UnknownValue {
  const excess = excessOf([a, b])
  if (excess) return unknown(`the values compared have ${excess}`)
  const unsure = compare(a, b)
  return typeof unsure === 'boolean' ? unsure : unknownFrom(unsure, [a, b])
}

function compare(a: Value, b: Value): boolean | UnknownValue {
  if (a.kind === 'unknown') return differsFor(a, b) ? false : a
  if (b.kind === 'unknown') return differsFor(b, a) ? false : b
  if (a.kind !== b.kind) return false
  switch (a.kind) {
    case 'null':
      return true
    case 'bool':
    case 'string':
      return a.value === (b as typeof a).value
    case 'number':
      return compareNumbers(a, b as NumberValue) === 0
    case 'set':
      return compareSets(a, b as SequenceValue)
    case 'list':
    case 'tuple':
      return compareSequences(a, b as SequenceValue)
    default:
      return compareMappings(a, b as MappingValue)
  }
}

/** Whether a text of which the beginning is known cannot be the other value. */
function differsFor({ prefix }: UnknownValue, other: Value): boolean {
  if (prefix === undefined || other.kind === 'unknown') return false
  return other.kind !== 'string' || !other.value.startsWith(prefix)
}

export function compareNumbers(a: NumberValue, b: NumberValue): number {
  if (a.digits === undefined && b.digits === undefined) return Math.sign(a.value - b.value) || 0
  const left = toDecimal(a)
  const right = toDecimal(b)
  if (left && right) return compareDecimals(left, right)
  return a.value === b.value ? 0 : a.value < b.value ? -1 : 1
}

function compareSequences(a: SequenceValue, b: SequenceValue): boolean | UnknownValue {
  const open = a.open ?? b.open
  if (open) return open
  if (a.items.length !== b.items.length) return false
  return every(a.items.map((item, index) => [item, b.items[index]!] as const))
}

/** Sets come in one canonical order, so wholly known sets compare item by item. */
function compareSets(a: SequenceValue, b: SequenceValue): boolean | UnknownValue {
  const unsure =
    a.open ?? b.open ?? [...a.items, ...b.items].map(firstUnknownPart).find((part) => part !== undefined)
  if (!unsure) return compareSequences(a, b)
  const lacks = (items: readonly Value[], other: SequenceValue) =>
    !other.open && items.some((item) => other.items.every((candidate) => compare(item, candidate) === false))
  return lacks(a.items, b) || lacks(b.items, a) ? false : unsure
}

function firstUnknownPart(value: Value): UnknownValue | undefined {
  const unsure = compare(value, value)
  return typeof unsure === 'boolean' ? undefined : unsure
}

function compareMappings(a: MappingValue, b: MappingValue): boolean | UnknownValue {
  const pairs: (readonly [Value, Value])[] = []
  for (const [key, value] of a.entries) {
    const other = b.entries.get(key)
    if (other) pairs.push([value, other])
    else if (!b.open) return false
  }
  for (const key of b.entries.keys()) if (!a.entries.has(key) && !a.open) return false
  const same = every(pairs)
  return same === false ? false : (a.open ?? b.open ?? same)
}

function every(pairs: readonly (readonly [Value, Value])[]): boolean | UnknownValue {
  let unsure: UnknownValue | undefined
  for (const [left, right] of pairs) {
    const same = compare(left, right)
    if (same === false) return false
    if (same !== true) unsure ??= same
  }
  return unsure ?? true
}

/** Whether nothing about the value is unknown. */
export function isWhollyKnown(value: Value): boolean {
  if (value.kind === 'unknown') return false
  if (isSequence(value)) return !value.open && value.items.every(isWhollyKnown)
  if (isMapping(value)) return !value.open && [...value.entries.values()].every(isWhollyKnown)
  return true
}
