declare const decimal: unique symbol

/**
 * An amount of a bill, or a quantity, in units of 10⁻¹⁰. Bills have more digits than cents, and floats would lose them:
 * this is what `DECIMAL(38,10)` is in a database.
 */
export type Decimal = bigint & { readonly [decimal]: true }

/** Digits after the point. */
export const SCALE = 10
const ONE = 10n ** BigInt(SCALE)
const CENT = ONE / 100n

export const NOTHING = 0n as Decimal
export const plus = (a: Decimal, b: Decimal): Decimal => (a + b) as Decimal
export const minus = (a: Decimal, b: Decimal): Decimal => (a - b) as Decimal
export const magnitude = (a: Decimal): Decimal => (a < 0n ? -a : a) as Decimal
/** For figures that a person wrote, such as a price or a number of predictions. */
export const fromNumber = (value: number): Decimal => readDecimal(String(value)) ?? NOTHING

export function total(amounts: Iterable<Decimal>): Decimal {
  let sum = 0n
  for (const amount of amounts) sum += amount
  return sum as Decimal
}

/** Whole cents, the half away from zero. */
export const toCents = (amount: Decimal): bigint => divideRounded(amount, CENT)

const NUMBER = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,3}))?$/
/** Amounts above 10²⁸ are no amounts, and `DECIMAL(38,10)` does not hold them. */
const MAX_DIGITS = 28 + SCALE

/** The number that a cell holds: `-1.5`, `2.1E-7`. Undefined where it holds something else. */
export function readDecimal(text: string): Decimal | undefined {
  const match = NUMBER.exec(text)
  if (!match) return undefined
  const [, sign, whole = '', fraction = '', exponent = '0'] = match
  const digits = whole + fraction
  if (digits === '') return undefined
  const shift = SCALE - fraction.length + Number(exponent)
  const significant = digits.replace(/^0+/, '')
  if (significant.length + shift > MAX_DIGITS) return undefined
  const units =
    shift >= 0 ? BigInt(digits) * 10n ** BigInt(shift) : divideRounded(BigInt(digits), powerOfTen(-shift))
  return (sign === '-' ? -units : units) as Decimal
}

/** Beyond a few hundred digits the quotient is nothing anyway. */
const powerOfTen = (exponent: number): bigint => 10n ** BigInt(Math.min(exponent, 1100))

/** With all its digits and no zeros at the end: `12.5`, `-0.0000000001`. */
export function writeDecimal(amount: Decimal): string {
  const digits = magnitude(amount)
    .toString()
    .padStart(SCALE + 1, '0')
  const fraction = digits.slice(-SCALE).replace(/0+$/, '')
  return (amount < 0n ? '-' : '') + digits.slice(0, -SCALE) + (fraction === '' ? '' : `.${fraction}`)
}

/** `1234.50`: two digits after the point, for records that are booked. */
export function writeCents(cents: bigint): string {
  const digits = (cents < 0n ? -cents : cents).toString().padStart(3, '0')
  return `${cents < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

function divideRounded(a: bigint, b: bigint): bigint {
  const isNegative = a < 0n !== b < 0n
  const [top, bottom] = [a < 0n ? -a : a, b < 0n ? -b : b]
  const quotient = (2n * top + bottom) / (2n * bottom)
  return isNegative ? -quotient : quotient
}
