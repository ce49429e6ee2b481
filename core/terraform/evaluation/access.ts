import {
  isMapping,
  isSequence,
  type ResourceRef,
  type Traits,
  type UnknownValue,
  unknown,
  type Value,
} from '../../domain/value.ts'
import type { Range } from '../../source/source-file.ts'
import { parseNumber } from '../types/parse-number.ts'
import { EvaluationFailure } from './evaluation-failure.ts'

/** `value.name` */
export function attributeOf(value: Value, name: string, at: Range): Value {
  if (value.kind === 'unknown') return reach(value, name)
  if (isMapping(value)) {
    const entry = value.entries.get(name)
    if (entry) return value.sensitive ? { ...entry, sensitive: true } : entry
    if (value.open) return reach(value.open, name)
    const names = [...value.entries.keys()]
    throw new EvaluationFailure(
      `there is no attribute "${name}". expected ${names.length === 0 ? 'none: the object is empty' : `one of ${quoteAll(names)}`}`,
      at,
    )
  }
  if (isSequence(value) && /^\d+$/.test(name)) return itemOf(value, Number(name), at)
  throw new EvaluationFailure(`${value.kind} has no attribute "${name}". expected an object`, at)
}

/** `value[key]`: which element it is tells the key, so a sensitive key makes it sensitive. */
export function elementOf(value: Value, key: Value, at: Range): Value {
  const element = elementAt(value, key, at)
  return key.sensitive ? { ...element, sensitive: true } : element
}

function elementAt(value: Value, key: Value, at: Range): Value {
  if (value.kind === 'unknown') return key.kind === 'string' ? reach(value, key.value) : value
  if (key.kind === 'unknown') return unknown(key.because, { ...key, ...refsOf(value) })
  if (isMapping(value)) {
    if (key.kind === 'string') return attributeOf(value, key.value, at)
    if (key.kind === 'number' || key.kind === 'bool') return attributeOf(value, String(key.value), at)
    throw new EvaluationFailure(`a map is indexed by ${key.kind}. expected a string`, at)
  }
  if (isSequence(value) && value.kind !== 'set') {
    const index = key.kind === 'string' ? parseNumber(key.value)?.value : key.kind === 'number' && key.value
    if (typeof index !== 'number' || !Number.isInteger(index))
      throw new EvaluationFailure('a list is indexed by a whole number', at)
    return itemOf(value, index, at)
  }
  throw new EvaluationFailure(`${value.kind} cannot be indexed. expected a list or a map`, at)
}

function itemOf(value: Extract<Value, { items: readonly Value[] }>, index: number, at: Range): Value {
  // Where further items may stand before it, nobody knows which one has this index.
  if (value.open) return value.open
  const item = value.items[index]
  if (item) return value.sensitive ? { ...item, sensitive: true } : item
  throw new EvaluationFailure(`there is no item ${index}: the list has ${value.items.length}`, at)
}

/** An attribute of something unknown: a reference to a resource becomes a reference to its attribute. */
function reach(value: UnknownValue, attribute: string): UnknownValue {
  if (!value.refs?.some((ref) => ref.attribute === undefined)) return value
  const refs: ResourceRef[] = value.refs.map((ref) =>
    ref.attribute === undefined ? { ...ref, attribute } : ref,
  )
  const [only] = refs
  const because =
    refs.length === 1 && value.because === knownAfterApply(only!.address)
      ? knownAfterApply(`${only!.address}.${attribute}`)
      : value.because
  return { ...value, because, refs }
}

export function knownAfterApply(what: string): string {
  return `${what}${AFTER_APPLY}`
}

const AFTER_APPLY = ' is known only after apply'

export function isAfterApply(because: string): boolean {
  return because.endsWith(AFTER_APPLY)
}

function refsOf(value: Value): Traits {
  return value.refs ? { refs: value.refs } : {}
}

function quoteAll(names: readonly string[]): string {
  const shown = names.slice(0, 8).map((name) => `"${name}"`)
  return names.length > 8 ? `${shown.join(', ')}, …` : shown.join(', ')
}
