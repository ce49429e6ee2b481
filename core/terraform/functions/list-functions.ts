import {
  findUnknown,
  isSequence,
  list,
  type SequenceValue,
  type UnknownValue,
  unknown,
  type Value,
} from '../../domain/value.ts'
import { unifyValues } from '../types/convert.ts'
import { add, compareDecimals, type Decimal, fromDecimal, toDecimal } from '../types/decimal.ts'
import { equals, isWhollyKnown } from '../types/equals.ts'
import { compareText } from '../types/order.ts'
import { doubtInSet, identity } from '../types/set.ts'
import { unknownFrom } from '../types/traits.ts'
import { ANY, listOf, typeName } from '../types/type.ts'
import { typeOf } from '../types/unify.ts'
import { anything, limitItems, madeOfMany, numeric, texts, whole, wholeOf } from './define.ts'
import { ArgumentError, type Parameter, type TerraformFunction } from './terraform-function.ts'

/** A list of any one type whose items may be unknown. */
const listParameter = (name: string): Parameter => ({ name, type: listOf(ANY), unknown: 'parts' })

export const listFunctions = {
  chunklist: {
    parameters: [listParameter('list'), whole('size')],
    result: 'picked',
    call: ([input, size]) => chunklist(input as SequenceValue, wholeOf(size!, 'size')),
  },
  compact: {
    parameters: [{ ...texts('list'), unknown: 'parts' }],
    result: 'made',
    call: ([input]) => compact(input as SequenceValue),
  },
  concat: {
    parameters: [],
    rest: anything('seqs', { unknown: 'whole' }),
    result: 'picked',
    call: concat,
  },
  distinct: {
    parameters: [listParameter('list')],
    result: 'made',
    call: ([input]) => distinct(input as SequenceValue),
  },
  element: {
    parameters: [anything('list', { unknown: 'parts' }), whole('index')],
    result: 'picked',
    call: ([input, index]) => element(input!, wholeOf(index!, 'index')),
  },
  flatten: {
    parameters: [anything('list', { unknown: 'parts' })],
    result: 'picked',
    call: ([input]) => flatten(input!),
  },
  matchkeys: {
    parameters: [listParameter('values'), { ...listParameter('keys') }, listParameter('searchset')],
    result: 'made',
    call: ([values, keys, searchset]) =>
      matchkeys(values as SequenceValue, keys as SequenceValue, searchset as SequenceValue),
  },
  range: madeOfMany([], numeric('params'), (params) => {
    const [first, second, third] = params.map((param) => toDecimal(param) ?? refuseInfinity())
    if (!first || params.length > 3) throw new ArgumentError('must have one, two, or three arguments')
    return range(second ? first : ZERO, second ?? first, third)
  }),
  reverse: {
    parameters: [anything('list', { unknown: 'parts' })],
    result: 'picked',
    call: ([input]) => {
      if (!isSequence(input!))
        throw new ArgumentError(`can only reverse list or tuple values, not ${input!.kind}`, 'list')
      const open = input.open ?? doubtInSet(input)
      return {
        kind: input.kind === 'tuple' ? 'tuple' : 'list',
        items: [...input.items].reverse(),
        ...(open && { open }),
      }
    },
  },
  slice: {
    parameters: [anything('list', { unknown: 'whole' }), whole('start_index'), whole('end_index')],
    result: 'picked',
    call: ([input, start, end]) => slice(input!, wholeOf(start!, 'start_index'), wholeOf(end!, 'end_index')),
  },
  sort: {
    parameters: [{ ...texts('list'), unknown: 'parts' }],
    result: 'made',
    call: ([input]) => sort(input as SequenceValue),
  },
} satisfies Record<string, TerraformFunction>

const ZERO: Decimal = { coefficient: 0n, exponent: 0 }

function refuseInfinity(): never {
  throw new ArgumentError('arguments must be finite numbers')
}

function chunklist(input: SequenceValue, size: number): Value {
  if (size < 0) throw new ArgumentError('the size argument must be positive', 'size')
  if (input.open) return unknown(input.open.because, input.open)
  if (input.items.length === 0) return list([])
  if (size === 0) return list([input])
  const chunks: Value[] = []
  for (let at = 0; at < input.items.length; at += size) chunks.push(list(input.items.slice(at, at + size)))
  return list(chunks)
}

function compact(input: SequenceValue): Value {
  const doubt = input.open ?? input.items.find((item) => item.kind === 'unknown')
  const items = input.items.filter((item) => item.kind === 'string' && item.value !== '')
  return { kind: 'list', items, ...(doubt?.kind === 'unknown' && { open: doubt }) }
}

function concat(seqs: readonly Value[]): Value {
  if (seqs.length === 0) throw new ArgumentError('at least one argument is required')
  const items: Value[] = []
  let open: UnknownValue | undefined
  for (const seq of seqs) {
    if (seq.kind === 'unknown') open ??= seq
    else if (seq.kind !== 'list' && seq.kind !== 'tuple')
      throw new ArgumentError(`all arguments must be lists or tuples; got ${typeName(typeOf(seq))}`, 'seqs')
    else {
      const { sensitive } = seq
      items.push(...(sensitive ? seq.items.map((item) => ({ ...item, sensitive })) : seq.items))
      open ??= seq.open
      limitItems(items.length)
    }
  }
  const unified = seqs.some((seq) => seq.kind === 'tuple') ? undefined : unifyValues(items)
  return { kind: unified ? 'list' : 'tuple', items: unified ?? items, ...(open && { open }) }
}

/** The first of each; where an item is unknown, it may be one of the others, so that nobody knows how many stay. */
function distinct(input: SequenceValue): Value {
  const seen = new Set<string>()
  let doubt = input.open
  const items = input.items.filter((item) => {
    if (!isWhollyKnown(item)) {
      if (input.items.length > 1) doubt ??= findUnknown(item)
      return true
    }
    const key = identity(item)
    return !seen.has(key) && seen.add(key)
  })
  return { kind: 'list', items, ...(doubt && { open: doubt }) }
}

function element(input: Value, index: number): Value {
  if (input.kind !== 'list' && input.kind !== 'tuple')
    throw new ArgumentError(`cannot read elements from ${typeName(typeOf(input))}`, 'list')
  if (input.open) return input.open
  if (input.items.length === 0)
    throw new ArgumentError('cannot use element function with an empty list', 'list')
  const item = input.items[index % input.items.length]
  if (!item) throw new ArgumentError('cannot use element function with a negative index', 'index')
  return item
}

/** An item that is unknown may be a list of any length. */
function flatten(input: Value): Value {
  if (!isSequence(input)) throw new ArgumentError('can only flatten lists, sets and tuples', 'list')
  const items: Value[] = []
  let open: UnknownValue | undefined
  const marks: { sensitive?: true } = {}
  const visit = (sequence: SequenceValue): void => {
    if (sequence.sensitive) marks.sensitive = true
    open ??= sequence.open ?? doubtInSet(sequence)
    for (const item of sequence.items) {
      if (item.kind === 'unknown') open ??= item
      else if (isSequence(item)) visit(item)
      else items.push(item)
    }
    limitItems(items.length)
  }
  visit(input)
  return { kind: 'tuple', items, ...(open && { open }), ...marks }
}

function matchkeys(values: SequenceValue, keys: SequenceValue, searchset: SequenceValue): Value {
  const unplaced = values.open ?? keys.open
  if (unplaced) return unplaced
  if (values.items.length !== keys.items.length)
    throw new ArgumentError('length of keys and values should be equal')
  const unified = unifyValues([keys, searchset]) as readonly [SequenceValue, SequenceValue] | undefined
  if (!unified) throw new ArgumentError('keys and searchset must be of the same type')
  const wantedItems = unified[1].items
  const items: Value[] = []
  let open: UnknownValue | undefined
  for (const [index, key] of unified[0].items.entries()) {
    const same = wantedItems.map((wanted) => equals(key, wanted))
    if (same.includes(true)) items.push(values.items[index]!)
    else open ??= searchset.open ?? same.find((answer) => typeof answer !== 'boolean')
  }
  return { kind: 'list', items, ...(open && { open }) }
}

/** Terraform's own limit. */
const MAX_RANGE = 1024

function range(start: Decimal, end: Decimal, given: Decimal | undefined): Value {
  const down = compareDecimals(end, start) < 0
  const step = given ?? { coefficient: down ? -1n : 1n, exponent: 0 }
  const direction = compareDecimals(step, ZERO)
  if (direction === 0) throw new ArgumentError('step must not be zero')
  if (direction > 0 === down && compareDecimals(end, start) !== 0)
    throw new ArgumentError(
      down
        ? 'end must be less than start when step is negative'
        : 'end must be greater than start when step is positive',
    )
  const items: Value[] = []
  for (let at = start; compareDecimals(at, end) * direction < 0; at = add(at, step)) {
    if (items.length >= MAX_RANGE)
      throw new ArgumentError(
        `more than ${MAX_RANGE} values were generated; either decrease the difference between start and end or use a smaller step`,
      )
    items.push(fromDecimal(at))
  }
  return list(items)
}

/** Of a list that is not known, a slice with known ends has a known length: Terraform would refuse any other. */
function slice(input: Value, start: number, end: number): Value {
  if (input.kind !== 'unknown' && input.kind !== 'list' && input.kind !== 'tuple')
    throw new ArgumentError(
      input.kind === 'set'
        ? 'cannot slice a set, because its elements do not have indices; explicitly convert to a list if the ordering of the result is not important'
        : 'must be a list or tuple value',
      'list',
    )
  if (start < 0) throw new ArgumentError('start index must not be less than zero', 'start_index')
  if (start > end) throw new ArgumentError('start index must not be greater than end index', 'start_index')
  const doubt = input.kind === 'unknown' ? input : input.open
  if (doubt) {
    limitItems(end - start)
    const item = unknownFrom(doubt, [input])
    return {
      kind: input.kind === 'tuple' ? 'tuple' : 'list',
      items: Array.from({ length: end - start }, () => item),
    }
  }
  const { kind, items } = input as SequenceValue
  if (end > items.length)
    throw new ArgumentError('end index must not be greater than the length of the given list', 'end_index')
  return { kind, items: items.slice(start, end) }
}

/** Where an item is unknown, the others keep their order, but nobody knows their places. */
function sort(input: SequenceValue): Value {
  const rank = (item: Value, index: number): string => {
    if (item.kind === 'string') return item.value
    throw new ArgumentError(`given list element ${index} is null; cannot sort a null string`, 'list')
  }
  const known = input.items.filter((item) => item.kind !== 'unknown')
  const doubt = input.open ?? input.items.find((item) => item.kind === 'unknown')
  const items = known
    .map((item, index) => ({ item, text: rank(item, index) }))
    .sort((a, b) => compareText(a.text, b.text))
    .map(({ item }) => item)
  if (doubt?.kind !== 'unknown') return list(items)
  return known.length === 0 && !input.open ? list(input.items) : { ...list(items), open: doubt }
}
