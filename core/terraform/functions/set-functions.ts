import {
  findUnknown,
  isSequence,
  type SequenceValue,
  type UnknownValue,
  type Value,
} from '../../domain/value.ts'
import { convert, unifyValues } from '../types/convert.ts'
import { equals } from '../types/equals.ts'
import { isFailure } from '../types/result.ts'
import { makeSet } from '../types/set.ts'
import { ANY, setOf } from '../types/type.ts'
import { anything, limitItems } from './define.ts'
import { ArgumentError, type Parameter, type TerraformFunction } from './terraform-function.ts'

const aSet = (name: string): Parameter => ({ name, type: setOf(ANY), unknown: 'whole' })

export const setFunctions = {
  setintersection: {
    parameters: [aSet('first_set')],
    rest: aSet('other_sets'),
    result: 'made',
    call: intersection,
  },
  setproduct: {
    parameters: [],
    rest: anything('sets', { unknown: 'parts' }),
    result: 'picked',
    call: setproduct,
  },
  setsubtract: { parameters: [aSet('a'), aSet('b')], result: 'made', call: (args) => subtract(args) },
  setunion: { parameters: [aSet('first_set')], rest: aSet('other_sets'), result: 'made', call: union },
} satisfies Record<string, TerraformFunction>

interface Sets {
  readonly sets: readonly SequenceValue[]
}

/** All sets in one element type, and an unknown one as an empty set that is open. */
function sameType(args: readonly Value[]): Sets {
  const known = args.map((arg) => (isSequence(arg) ? arg : makeSet([], arg as UnknownValue)))
  const unified = unifyValues(known)
  if (!unified) throw new ArgumentError('given sets must all have compatible element types')
  return {
    sets: unified.map((value) => {
      const converted = convert(value, setOf(ANY))
      if (isFailure(converted)) throw new ArgumentError(converted.error)
      return converted.value as SequenceValue
    }),
  }
}

function union(args: readonly Value[]): Value {
  const { sets } = sameType(args)
  const open = sets.find((set) => set.open)?.open
  return makeSet(
    sets.flatMap((set) => set.items),
    open,
  )
}

/** Whether `set` certainly has the item, certainly lacks it, or the unknown that hides it. */
function has(set: SequenceValue, item: Value): boolean | UnknownValue {
  const answers = set.items.map((candidate) => equals(candidate, item))
  if (answers.includes(true)) return true
  return set.open ?? answers.find((answer) => typeof answer !== 'boolean') ?? false
}

function intersection(args: readonly Value[]): Value {
  const [first, ...others] = sameType(args).sets as readonly [SequenceValue, ...SequenceValue[]]
  let open = first.open
  const items = first.items.filter((item) => {
    const answers = others.map((other) => has(other, item))
    if (answers.includes(false)) return false
    const doubt = answers.find((answer) => typeof answer !== 'boolean')
    if (typeof doubt === 'object') open ??= doubt
    return doubt === undefined
  })
  return makeSet(items, someAreKnownEmpty(others) ? undefined : open)
}

function someAreKnownEmpty(sets: readonly SequenceValue[]): boolean {
  return sets.some((set) => !set.open && set.items.length === 0)
}

function subtract(args: readonly Value[]): Value {
  const [first, other] = sameType(args).sets as readonly [SequenceValue, SequenceValue]
  let open = first.open
  const items = first.items.filter((item) => {
    const answer = has(other, item)
    if (typeof answer === 'object') open ??= answer
    return answer === false
  })
  return makeSet(items, open)
}

function setproduct(args: readonly Value[]): Value {
  if (args.length < 2) throw new ArgumentError('at least two arguments are required')
  const factors = args.map(factorOf)
  limitItems(factors.reduce((count, { items }) => count * items.length, 1))
  const empty = factors.some(({ items, open }) => items.length === 0 && !open)
  const open = empty
    ? undefined
    : factors.map((factor) => factor.open ?? orderDoubt(factor)).find((doubt) => doubt)
  let rows: (readonly Value[])[] = [[]]
  for (const { items } of factors) rows = rows.flatMap((row) => items.map((item) => [...row, item]))
  const tuples = rows.map((items): Value => ({ kind: 'tuple', items }))
  if (args.some((arg) => arg.kind === 'set')) return makeSet(tuples, open)
  return { kind: 'list', items: tuples, ...(open && { open }) }
}

function orderDoubt(factor: SequenceValue): UnknownValue | undefined {
  return factor.kind === 'set' && factor.items.length > 1 ? findUnknown(factor) : undefined
}

function factorOf(arg: Value): SequenceValue {
  if (!isSequence(arg)) throw new ArgumentError('a set or a list is required', 'sets')
  const items = unifyValues(arg.items)
  if (!items) throw new ArgumentError('all elements must be of the same type', 'sets')
  return { ...arg, items }
}
