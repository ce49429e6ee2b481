import { isMapping, type NumberValue, number, type Value } from '../../domain/value.ts'
import { convert } from '../types/convert.ts'
import {
  add,
  compareDecimals,
  type Decimal,
  fromDecimal,
  negate,
  parseDecimal,
  remainder,
  toDecimal,
} from '../types/decimal.ts'
import { compareNumbers } from '../types/equals.ts'
import { isFailure } from '../types/result.ts'
import { NUMBER } from '../types/type.ts'
import { anything, made, madeOfMany, numeric, whole } from './define.ts'
import { ArgumentError, type TerraformFunction } from './terraform-function.ts'

const ONE: Decimal = { coefficient: 1n, exponent: 0 }
const ZERO: Decimal = { coefficient: 0n, exponent: 0 }

export const numericFunctions = {
  abs: made([numeric('num')], (num) =>
    onDecimal(num, (value) => (value.coefficient < 0n ? negate(value) : value)),
  ),
  ceil: made([numeric('num')], (num) => onDecimal(num, (value) => negate(floor(negate(value))))),
  floor: made([numeric('num')], (num) => onDecimal(num, floor)),
  log: made([numeric('num'), numeric('base')], (num, base) =>
    finite(Math.log(num.value) / Math.log(base.value)),
  ),
  max: madeOfMany([], numeric('numbers'), (numbers) => extreme(numbers, 1)),
  min: madeOfMany([], numeric('numbers'), (numbers) => extreme(numbers, -1)),
  parseint: made([anything('number'), whole('base')], (value, base) => {
    if (value.kind !== 'string')
      throw new ArgumentError(`first argument must be a string, not ${value.kind}`, 'number')
    if (base < 2 || base > 62)
      throw new ArgumentError('base must be a whole number between 2 and 62 inclusive', 'base')
    return parseInteger(value.value, base)
  }),
  pow: made([numeric('num'), numeric('power')], (num, power) => finite(num.value ** power.value)),
  signum: made([whole('num')], (num) => number(Math.sign(num) + 0)),
  sum: made([anything('list')], (collection) => {
    if (collection.kind !== 'list' && collection.kind !== 'set' && collection.kind !== 'tuple')
      throw new ArgumentError(
        isMapping(collection)
          ? `argument must be list, set, or tuple. Received ${collection.kind}`
          : 'cannot sum noniterable',
        'list',
      )
    if (collection.items.length === 0) throw new ArgumentError('cannot sum an empty list', 'list')
    return fromDecimal(collection.items.map(summand).reduce(add, ZERO))
  }),
} satisfies Record<string, TerraformFunction>

function onDecimal(value: NumberValue, change: (value: Decimal) => Decimal): NumberValue {
  const decimal = toDecimal(value)
  return decimal ? fromDecimal(change(decimal)) : value
}

function floor(value: Decimal): Decimal {
  const rest = remainder(value, ONE)
  const truncated = add(value, negate(rest))
  return compareDecimals(rest, ZERO) < 0 ? add(truncated, negate(ONE)) : truncated
}

function extreme(numbers: readonly NumberValue[], sign: number): NumberValue {
  if (numbers.length === 0) throw new ArgumentError('must pass at least one number')
  return numbers.reduce((best, candidate) => (compareNumbers(candidate, best) * sign > 0 ? candidate : best))
}

function finite(value: number): Value {
  if (Number.isNaN(value)) throw new ArgumentError('the result is not a number')
  return number(value)
}

function summand(item: Value): Decimal {
  const converted = convert(item, NUMBER)
  const decimal =
    !isFailure(converted) && converted.value.kind === 'number' ? toDecimal(converted.value) : undefined
  if (!decimal) throw new ArgumentError('argument must be list, set, or tuple of number values', 'list')
  return decimal
}

const DIGITS = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'

function parseInteger(given: string, base: number): Value {
  const [, sign, digits = ''] = /^([+-]?)(.*)$/s.exec(given)!
  const refuse = () =>
    new ArgumentError(`cannot parse ${JSON.stringify(given)} as a base ${base} integer`, 'number')
  if (digits === '' || digits.length > 1000) throw refuse()
  let value = 0n
  for (const character of base <= 36 ? digits.toLowerCase() : digits) {
    const digit = DIGITS.indexOf(character)
    if (digit < 0 || digit >= base) throw refuse()
    value = value * BigInt(base) + BigInt(digit)
  }
  return fromDecimal(parseDecimal(sign === '-' ? `-${value}` : String(value)) ?? ZERO)
}
