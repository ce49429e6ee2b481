import assert from 'node:assert/strict'
import fc from 'fast-check'
import {
  bool,
  list,
  map,
  NULL,
  number,
  object,
  string,
  tuple,
  type Value,
} from '../../../core/domain/value.ts'
import { callFunction } from '../../../core/terraform/functions/call-function.ts'
import { applyBinary, applyUnary } from '../../../core/terraform/types/operators.ts'
import type { Result } from '../../../core/terraform/types/result.ts'
import { makeSet } from '../../../core/terraform/types/set.ts'
import { admits, blurred, HIDDEN } from './blur.ts'
import { functionContext } from './evaluate-text.ts'

const word = fc.constantFrom('team', 'fraud', 'ml', '', '1').map(string)
const key = fc.constantFrom('team', 'model_id', 'phase', 'cost_center')
const small = fc.integer({ min: 0, max: 3 }).map(number)
const truth = fc.boolean().map(bool)
const scalar = fc.oneof(word, small, truth, fc.constant<Value>(NULL))
const few = { maxLength: 4 }
const mapping = (value: fc.Arbitrary<Value>) =>
  fc
    .tuple(fc.array(fc.tuple(key, value), few), fc.boolean())
    .map(([entries, isMap]) => (isMap ? map : object)(new Map(entries)))
const sequence = (item: fc.Arbitrary<Value>) =>
  fc
    .tuple(fc.array(item, few), fc.constantFrom('list', 'tuple', 'set'))
    .map(([items, kind]) => (kind === 'set' ? makeSet(items) : kind === 'list' ? list(items) : tuple(items)))
const ordered = (item: fc.Arbitrary<Value>) =>
  fc.tuple(fc.array(item, few), fc.boolean()).map(([items, isList]) => (isList ? list : tuple)(items))
const words = sequence(word)
const nested = fc.oneof(scalar, sequence(scalar), mapping(scalar))
const many = (value: fc.Arbitrary<Value>) => fc.array(value, { minLength: 1, maxLength: 4 })

const calls: Readonly<Record<string, fc.Arbitrary<readonly Value[]>>> = {
  alltrue: fc.tuple(sequence(truth)),
  anytrue: fc.tuple(sequence(truth)),
  chunklist: fc.tuple(ordered(word), small),
  coalesce: many(fc.oneof(word, fc.constant<Value>(NULL))),
  coalescelist: many(ordered(word)),
  compact: fc.tuple(ordered(fc.oneof(word, fc.constant<Value>(NULL)))),
  concat: many(ordered(scalar)),
  contains: fc.tuple(sequence(scalar), scalar),
  distinct: fc.tuple(ordered(word)),
  element: fc.tuple(ordered(scalar), small),
  flatten: fc.tuple(ordered(fc.oneof(scalar, sequence(scalar), ordered(ordered(scalar))))),
  format: fc.tuple(fc.constantFrom('%s-%v', '%v', 'x').map(string), scalar, scalar),
  formatlist: fc.tuple(fc.constantFrom('%v-%v').map(string), fc.oneof(ordered(word), word), ordered(small)),
  index: fc.tuple(ordered(scalar), scalar),
  join: fc.tuple(word, words),
  jsonencode: fc.tuple(nested),
  keys: fc.tuple(mapping(nested)),
  length: fc.tuple(fc.oneof(sequence(scalar), mapping(scalar), word)),
  lookup: fc.tuple(mapping(word), key.map(string), word),
  lower: fc.tuple(word),
  matchkeys: fc.tuple(list5(word), list5(word), ordered(word)),
  max: many(small),
  merge: many(fc.oneof({ weight: 5, arbitrary: mapping(nested) }, fc.constant<Value>(NULL))),
  one: fc.tuple(sequence(scalar)),
  range: many(small),
  reverse: fc.tuple(sequence(scalar)),
  setintersection: many(words),
  setproduct: fc.tuple(words, words),
  setsubtract: fc.tuple(words, words),
  setunion: many(words),
  slice: fc.tuple(ordered(scalar), small, small),
  sort: fc.tuple(ordered(word)),
  split: fc.tuple(fc.constant(string('m')), word),
  sum: fc.tuple(ordered(small)),
  tolist: fc.tuple(sequence(scalar)),
  tomap: fc.tuple(mapping(scalar)),
  toset: fc.tuple(sequence(scalar)),
  tostring: fc.tuple(scalar),
  transpose: fc.tuple(mapping(ordered(word))),
  values: fc.tuple(mapping(nested)),
  zipmap: fc
    .array(fc.tuple(key.map(string), scalar), few)
    .map((pairs) => [list(pairs.map(([name]) => name)), tuple(pairs.map(([, value]) => value))]),
}

function list5(item: fc.Arbitrary<Value>): fc.Arbitrary<Value> {
  return fc.array(item, { minLength: 3, maxLength: 3 }).map(list)
}

/** Arguments, and the same with parts hidden. */
function hiding(
  args: fc.Arbitrary<readonly Value[]>,
): fc.Arbitrary<readonly [readonly Value[], readonly Value[]]> {
  return args.chain((known) => fc.tuple(fc.constant(known), fc.tuple(...known.map(blurred))))
}

/**
 * What is claimed with parts of the arguments hidden must be true whatever the hidden parts are: no refusal where the
 * known arguments are fine, and nothing known that comes out differently.
 */
function soundness(args: fc.Arbitrary<readonly Value[]>, apply: (args: readonly Value[]) => Result): void {
  let decided = 0
  const property = fc.property(hiding(args), ([known, partial]) => {
    const concrete = apply(known)
    if ('error' in concrete) return
    decided++
    const claimed = apply(partial)
    const story = () => `${show(known)} → ${show([concrete.value])}\n${show(partial)} → `
    if ('error' in claimed) throw new Error(`${story()}refused: ${claimed.error}`)
    if (!admits(claimed.value, concrete.value)) throw new Error(story() + show([claimed.value]))
    if (claimed.value.kind === 'unknown') assert.deepEqual(claimed.value.refs, HIDDEN.refs, story())
  })
  fc.assert(property, { numRuns: 500 })
  assert.ok(decided > 20, `only ${decided} of the drawn arguments are accepted`)
}

function show(values: readonly Value[]): string {
  return values
    .map((value) => JSON.stringify(value, (_, part) => (part instanceof Map ? [...part] : part)))
    .join(', ')
}

describe('what is hidden never makes a function lie', () => {
  for (const [name, args] of Object.entries(calls))
    it(name, () => soundness(args, (values) => callFunction(name, values, functionContext)))

  for (const operator of ['==', '!=', '&&', '||', '+', '-', '*', '/', '%', '<', '>='] as const) {
    const sides = '&&||'.includes(operator)
      ? truth
      : '=='.includes(operator[0]!) || operator === '!='
        ? nested
        : small
    it(operator, () =>
      soundness(fc.tuple(sides, sides), ([left, right]) => applyBinary(operator, left!, right!)),
    )
  }
  it('!', () => soundness(fc.tuple(truth), ([operand]) => applyUnary('!', operand!)))
})
