import { bool, type NumberValue, number, type Value } from '../../domain/value.ts'
import type { BinaryOperator } from '../../hcl/syntax.ts'
import { convert } from './convert.ts'
import { add, type Decimal, divide, fromDecimal, multiply, negate, remainder, toDecimal } from './decimal.ts'
import { compareNumbers, equals } from './equals.ts'
import { type Failure, isFailure, type Result } from './result.ts'
import { deepTraits, unknownFrom } from './traits.ts'
import { BOOL, NUMBER, type Type } from './type.ts'

/** `left operator right`, both sides evaluated: `false && unknown` is false, as it is whatever the unknown turns out to be. */
export function applyBinary(operator: BinaryOperator, left: Value, right: Value): Result {
  if (operator === '==' || operator === '!=') {
    const same = equals(left, right)
    if (typeof same !== 'boolean') return { value: same }
    return { value: { ...bool(same === (operator === '==')), ...deepTraits([left, right]) } }
  }
  const wanted = operator === '&&' || operator === '||' ? BOOL : NUMBER
  const a = operand('left', left, wanted)
  if (isFailure(a)) return a
  const b = operand('right', right, wanted)
  if (isFailure(b)) return b
  const made = wanted === BOOL ? logic(operator, a, b) : arithmetic(operator, a, b)
  if (isFailure(made)) return made
  if (made.kind === 'unknown') return { value: unknownFrom(made, [a, b]) }
  return { value: { ...made, ...deepTraits([a, b]) } }
}

export function applyUnary(operator: '!' | '-', operand: Value): Result {
  const converted = convert(operand, operator === '!' ? BOOL : NUMBER)
  if (isFailure(converted)) return { error: `Unsuitable value for unary operand: ${converted.error}` }
  const { value } = converted
  if (value.kind === 'null') return NOT_NULL
  if (value.kind === 'unknown') return { value }
  const made = value.kind === 'bool' ? bool(!value.value) : minus(value as NumberValue)
  return { value: { ...made, ...deepTraits([value]) } }
}

const NOT_NULL: Failure = { error: 'Error during operation: argument must not be null.' }

function operand(side: string, value: Value, wanted: Type): Value | Failure {
  const converted = convert(value, wanted)
  if (isFailure(converted)) return { error: `Unsuitable value for ${side} operand: ${converted.error}` }
  return converted.value.kind === 'null' ? NOT_NULL : converted.value
}

function logic(operator: BinaryOperator, a: Value, b: Value): Value {
  const decisive = operator === '||'
  for (const side of [a, b]) if (side.kind === 'bool' && side.value === decisive) return bool(decisive)
  if (a.kind === 'unknown') return a
  return b.kind === 'unknown' ? b : bool(!decisive)
}

function arithmetic(operator: BinaryOperator, a: Value, b: Value): Value | Failure {
  if (a.kind === 'unknown') return a
  if (b.kind === 'unknown') return b
  const [left, right] = [a as NumberValue, b as NumberValue]
  switch (operator) {
    case '<':
      return bool(compareNumbers(left, right) < 0)
    case '<=':
      return bool(compareNumbers(left, right) <= 0)
    case '>':
      return bool(compareNumbers(left, right) > 0)
    case '>=':
      return bool(compareNumbers(left, right) >= 0)
    default:
      return compute(operator, left, right)
  }
}

function compute(operator: BinaryOperator, left: NumberValue, right: NumberValue): Value | Failure {
  const a = toDecimal(left)
  const b = toDecimal(right)
  if (!a || !b || ((operator === '/' || operator === '%') && b.coefficient === 0n))
    return computeInfinite(operator, left.value, right.value)
  return fromDecimal(computeFinite(operator, a, b))
}

function computeFinite(operator: BinaryOperator, a: Decimal, b: Decimal): Decimal {
  switch (operator) {
    case '+':
      return add(a, b)
    case '-':
      return add(a, negate(b))
    case '*':
      return multiply(a, b)
    case '/':
      return divide(a, b)
    default:
      return remainder(a, b)
  }
}

/** Division by zero and what comes of it: Terraform's numbers have infinities, but nothing like NaN. */
function computeInfinite(operator: BinaryOperator, a: number, b: number): Value | Failure {
  const result = { '+': a + b, '-': a - b, '*': a * b, '/': a / b, '%': b === 0 ? a : a % b }[operator as '+']
  if (!Number.isNaN(result)) return number(result)
  return { error: "Error during operation: can't divide zero by zero or infinity by infinity." }
}

function minus(value: NumberValue): NumberValue {
  const decimal = toDecimal(value)
  return decimal ? fromDecimal(negate(decimal)) : number(-value.value)
}
