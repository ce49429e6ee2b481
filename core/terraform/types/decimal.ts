import { type NumberValue, number } from '../../domain/value.ts'

/**
 * `coefficient × 10^exponent`. Terraform computes with 512 bits, so that 0.1 + 0.2 is 0.3 and account numbers keep
 * their digits; doubles would show the difference.
 */
export interface Decimal {
  readonly coefficient: bigint
  readonly exponent: number
}

/** 512 bits hold 154 decimal digits. */
const DIGITS = 154
/** More digits of a quotient are carried on, so that `1 / 3 * 3` is 1, as it is with 512 bits. */
const GUARD_DIGITS = 16
/** Beyond this a hostile exponent could fill memory; such numbers are kept as doubles, that is as infinite. */
const MAX_EXPONENT = 1000
const MAX_TEXT = 2000

const DECIMAL = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d+))?$/

/** Reads a number as Terraform writes and reads it, or undefined where the text is none. */
export function parseDecimal(text: string): Decimal | undefined {
  return readDecimal(text, DIGITS)
}

function readDecimal(text: string, precision: number): Decimal | undefined {
  const match = text.length <= MAX_TEXT ? DECIMAL.exec(text) : undefined
  if (!match) return undefined
  const [, sign, whole = '', fraction = '', exponentText = '0'] = match
  if (whole === '' && fraction === '') return undefined
  const exponent = Number(exponentText)
  if (Math.abs(exponent) > MAX_EXPONENT) return undefined
  const coefficient = BigInt(whole + fraction)
  return normalize(
    { coefficient: sign === '-' ? -coefficient : coefficient, exponent: exponent - fraction.length },
    precision,
  )
}

/** Undefined for infinities. */
export function toDecimal(value: NumberValue): Decimal | undefined {
  return readDecimal(value.digits ?? String(value.value), DIGITS + GUARD_DIGITS)
}

export function fromDecimal(decimal: Decimal): NumberValue {
  const text = formatDecimal(decimal)
  const double = Number(text)
  return formatDouble(double) === text ? number(double) : { kind: 'number', value: double, digits: text }
}

export function formatDecimal({ coefficient, exponent }: Decimal): string {
  const digits = String(coefficient < 0n ? -coefficient : coefficient)
  const sign = coefficient < 0n ? '-' : ''
  if (exponent >= 0) return sign + digits + '0'.repeat(digits === '0' ? 0 : exponent)
  const padded = digits.padStart(1 - exponent, '0')
  return `${sign}${padded.slice(0, exponent)}.${padded.slice(exponent)}`
}

/** The shortest decimal text of a double, never with an exponent. */
export function formatDouble(value: number): string {
  if (!Number.isFinite(value)) return value > 0 ? '+Inf' : '-Inf'
  const text = String(value)
  if (!text.includes('e')) return text === '-0' ? '0' : text
  return formatDecimal(parseDecimal(text)!)
}

export function add(a: Decimal, b: Decimal): Decimal {
  const exponent = Math.min(a.exponent, b.exponent)
  return normalize({ coefficient: scaled(a, exponent) + scaled(b, exponent), exponent })
}

export function negate({ coefficient, exponent }: Decimal): Decimal {
  return { coefficient: -coefficient, exponent }
}

export function multiply(a: Decimal, b: Decimal): Decimal {
  return normalize({ coefficient: a.coefficient * b.coefficient, exponent: a.exponent + b.exponent })
}

/** `b` must not be zero. */
export function divide(a: Decimal, b: Decimal): Decimal {
  const precision = DIGITS + GUARD_DIGITS
  const shift = precision + Math.max(0, digitCount(b) - digitCount(a)) + 1
  const numerator = a.coefficient * 10n ** BigInt(shift)
  return normalize(
    { coefficient: numerator / b.coefficient, exponent: a.exponent - b.exponent - shift },
    precision,
  )
}

/** What is left of `a` after whole multiples of `b`, with the sign of `a`. `b` must not be zero. */
export function remainder(a: Decimal, b: Decimal): Decimal {
  const exponent = Math.min(a.exponent, b.exponent)
  return normalize({ coefficient: scaled(a, exponent) % scaled(b, exponent), exponent })
}

export function compareDecimals(a: Decimal, b: Decimal): number {
  const exponent = Math.min(a.exponent, b.exponent)
  const left = scaled(a, exponent)
  const right = scaled(b, exponent)
  return left < right ? -1 : left > right ? 1 : 0
}

function scaled({ coefficient, exponent }: Decimal, to: number): bigint {
  return coefficient * 10n ** BigInt(exponent - to)
}

function digitCount({ coefficient }: Decimal): number {
  return String(coefficient).length
}

/** No trailing zeros, at most so many digits, the last rounded half up. */
function normalize({ coefficient, exponent }: Decimal, precision = DIGITS): Decimal {
  if (coefficient === 0n) return { coefficient: 0n, exponent: 0 }
  const negative = coefficient < 0n
  let digits = String(negative ? -coefficient : coefficient)
  let shifted = exponent
  if (digits.length > precision) {
    const dropped = digits.length - precision
    const divisor = 10n ** BigInt(dropped)
    digits = String((BigInt(digits) + divisor / 2n) / divisor)
    shifted += dropped
  }
  const trimmed = digits.replace(/0+$/, '')
  shifted += digits.length - trimmed.length
  const magnitude = BigInt(trimmed)
  return { coefficient: negative ? -magnitude : magnitude, exponent: shifted }
}
