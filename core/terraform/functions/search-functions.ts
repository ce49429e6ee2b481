import {
  bool,
  isMapping,
  isSequence,
  number,
  type SequenceValue,
  type UnknownValue,
  type Value,
} from '../../domain/value.ts'
import { unifyValues } from '../types/convert.ts'
import { equals, isWhollyKnown } from '../types/equals.ts'
import { doubtInSet, makeSet } from '../types/set.ts'
import { unknownFrom } from '../types/traits.ts'
import { BOOL, listOf } from '../types/type.ts'
import { anything } from './define.ts'
import { graphemes } from './graphemes.ts'
import { ArgumentError, type Parameter, type TerraformFunction } from './terraform-function.ts'

const CHOICES = anything('vals', { nullable: true, unknown: 'whole' })
const FLAGS: Parameter = { name: 'list', type: listOf(BOOL), unknown: 'parts' }

export const searchFunctions = {
  alltrue: { parameters: [FLAGS], result: 'made', call: ([flags]) => settle(flags as SequenceValue, false) },
  anytrue: { parameters: [FLAGS], result: 'made', call: ([flags]) => settle(flags as SequenceValue, true) },
  coalesce: { parameters: [], rest: CHOICES, result: 'picked', call: coalesce },
  coalescelist: { parameters: [], rest: CHOICES, result: 'made', call: coalescelist },
  contains: {
    parameters: [anything('list', { unknown: 'parts' }), anything('value', { unknown: 'whole' })],
    result: 'made',
    call: ([list, value]) => contains(list!, value!),
  },
  index: {
    parameters: [anything('list', { unknown: 'parts' }), anything('value', { unknown: 'whole' })],
    result: 'made',
    call: ([list, value]) => index(list!, value!),
  },
  length: {
    parameters: [anything('value', { unknown: 'parts' })],
    result: 'picked',
    call: ([value]) => length(value!),
  },
  one: {
    parameters: [anything('list', { unknown: 'parts' })],
    result: 'picked',
    call: ([list]) => one(list!),
  },
} satisfies Record<string, TerraformFunction>

/** `deciding` as soon as one item is; null counts as false. */
function settle({ items, open }: SequenceValue, deciding: boolean): Value {
  const truths = items.map((item) => (item.kind === 'unknown' ? item : item.kind === 'bool' && item.value))
  if (truths.includes(deciding)) return bool(deciding)
  return open ?? truths.find((truth) => typeof truth !== 'boolean') ?? bool(!deciding)
}

/** The first that is neither null nor an empty string; as soon as an unknown one may be that, nobody knows. */
function coalesce(values: readonly Value[]): Value {
  const unified = unifyValues(values)
  if (!unified) throw new ArgumentError('all arguments must have the same type')
  for (const value of unified) {
    if (value.kind === 'unknown') return unknownFrom(value, unified)
    if (value.kind !== 'null' && !(value.kind === 'string' && value.value === '')) return value
  }
  throw new ArgumentError('no non-null, non-empty-string arguments')
}

function coalescelist(values: readonly Value[]): Value {
  if (values.length === 0) throw new ArgumentError('at least one argument is required')
  for (const value of values) {
    if (value.kind === 'unknown') return unknownFrom(value, values)
    if (value.kind !== 'list' && value.kind !== 'tuple')
      throw new ArgumentError('coalescelist arguments must be lists or tuples')
  }
  for (const value of values as readonly SequenceValue[]) {
    if (value.items.length > 0) return value
    if (value.open) return unknownFrom(value.open, values)
  }
  throw new ArgumentError('no non-null arguments')
}

function contains(list: Value, value: Value): Value {
  if (!isSequence(list)) throw new ArgumentError('argument must be list, tuple, or set', 'list')
  let doubt: UnknownValue | undefined
  for (const item of list.items) {
    const same = equals(item, value)
    if (same === true) return bool(true)
    if (same !== false) doubt ??= same
  }
  return list.open ?? doubt ?? bool(false)
}

function index(list: Value, value: Value): Value {
  if (list.kind !== 'list' && list.kind !== 'tuple')
    throw new ArgumentError('argument must be a list or tuple', 'list')
  if (list.open) return list.open
  if (list.items.length === 0) throw new ArgumentError('cannot search an empty list')
  for (const [place, item] of list.items.entries()) {
    const same = equals(item, value)
    if (same === true) return number(place)
    if (same !== false) return same
  }
  throw new ArgumentError('item not found')
}

function length(value: Value): Value {
  if (value.kind === 'string') return number(graphemes(value.value).length)
  if (isMapping(value)) return value.open ?? number(value.entries.size)
  if (!isSequence(value))
    throw new ArgumentError('argument must be a string, a collection type, or a structural type', 'value')
  return value.open ?? doubtInSet(value) ?? number(value.items.length)
}

/**
 * Where some items are doubtful or more may be there, two that certainly differ are one too many, and a known one must
 * be the one, or Terraform refuses.
 */
function one(list: Value): Value {
  if (!isSequence(list)) throw new ArgumentError(ONE)
  const closed = !list.open && list.kind !== 'set'
  const items = closed ? list.items : makeSet(list.items).items.filter(isWhollyKnown)
  if (items.length > 1) throw new ArgumentError(ONE)
  return items[0] ?? list.items[0] ?? list.open ?? { kind: 'null' }
}

const ONE = 'must be a list, set, or tuple value with either zero or one elements'
