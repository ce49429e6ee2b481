import type { NumberValue } from '../../../domain/value.ts'
import { type Decimal, formatDecimal, toDecimal } from '../../types/decimal.ts'
import { limitText } from '../define.ts'
import { ArgumentError } from '../terraform-function.ts'
import type { FormatVerb } from './parse-format.ts'

/** A number under `%b %d %o %x %X %e %E %f %g %G`, as Go formats its big numbers. */
export function formatNumberVerb(verb: FormatVerb, value: NumberValue): string {
  limitText(Math.max(verb.width ?? 0, verb.precision ?? 0))
  const decimal = toDecimal(value)
  if (!decimal) return padNumber(verb, value.value < 0 ? '-' : sign(verb), 'Inf')
  const magnitude = {
    ...decimal,
    coefficient: decimal.coefficient < 0n ? -decimal.coefficient : decimal.coefficient,
  }
  const prefix = decimal.coefficient < 0n ? '-' : sign(verb)
  if ('bdoxX'.includes(verb.mode)) return padInteger(verb, prefix, magnitude)
  return padNumber(verb, prefix, float(verb, magnitude))
}

function sign({ flags }: FormatVerb): string {
  return flags.includes('+') ? '+' : flags.includes(' ') ? ' ' : ''
}

const BASES: Readonly<Record<string, readonly [base: number, prefix: string]>> = {
  b: [2, '0b'],
  d: [10, ''],
  o: [8, '0'],
  x: [16, '0x'],
  X: [16, '0X'],
}

function padInteger(verb: FormatVerb, prefix: string, { coefficient, exponent }: Decimal): string {
  if (exponent < 0)
    throw new ArgumentError(
      `unsupported value for ${JSON.stringify(verb.raw)} at ${verb.offset}: an integer is required`,
    )
  const [base, mark] = BASES[verb.mode]!
  const integer = coefficient * 10n ** BigInt(exponent)
  let digits = integer.toString(base)
  if (verb.mode === 'X') digits = digits.toUpperCase()
  if (verb.precision !== undefined) {
    digits = integer === 0n && verb.precision === 0 ? '' : digits.padStart(verb.precision, '0')
    return padNumber(
      { ...verb, flags: verb.flags.replaceAll('0', '') },
      prefix,
      digits,
      verb.flags.includes('#') ? mark : '',
    )
  }
  return padNumber(verb, prefix, digits, verb.flags.includes('#') ? mark : '')
}

function padNumber({ flags, width = 0 }: FormatVerb, sign: string, digits: string, mark = ''): string {
  const length = sign.length + mark.length + digits.length
  const missing = Math.max(0, width - length)
  if (flags.includes('-')) return sign + mark + digits + ' '.repeat(missing)
  if (flags.includes('0')) return sign + mark + '0'.repeat(missing) + digits
  return ' '.repeat(missing) + sign + mark + digits
}

function float({ mode, precision }: FormatVerb, value: Decimal): string {
  switch (mode) {
    case 'f':
    case 'F':
      return fixed(value, precision ?? 6)
    case 'e':
    case 'E':
      return cased(mode, exponential(value, precision ?? 6))
    default:
      return cased(mode, general(value, precision))
  }
}

function cased(mode: string, text: string): string {
  return mode === mode.toUpperCase() ? text.toUpperCase() : text
}

/** `%g`: like `%e` where the exponent is large, otherwise plain, always the fewest digits. */
export function general(value: Decimal, precision: number | undefined): string {
  const rounded = precision === undefined ? value : significant(value, Math.max(1, precision))
  const digits = String(rounded.coefficient)
  const exponent = rounded.coefficient === 0n ? 0 : digits.length + rounded.exponent - 1
  let limit = precision === undefined ? 6 : Math.max(1, precision)
  if (precision !== undefined && limit > digits.length && digits.length >= exponent + 1) limit = digits.length
  return exponent < -4 || exponent >= limit ? exponential(rounded, digits.length - 1) : formatDecimal(rounded)
}

function fixed(value: Decimal, places: number): string {
  const rounded = round(value, -places)
  const [whole = '', fraction = ''] = formatDecimal(rounded).split('.')
  return places === 0 ? whole : `${whole}.${fraction.padEnd(places, '0')}`
}

function exponential(value: Decimal, places: number): string {
  const rounded = significant(value, places + 1)
  const digits = String(rounded.coefficient).padEnd(places + 1, '0')
  const exponent = rounded.coefficient === 0n ? 0 : String(rounded.coefficient).length + rounded.exponent - 1
  const tail = digits.slice(1, places + 1)
  const size = String(Math.abs(exponent)).padStart(2, '0')
  return `${digits[0]}${tail === '' ? '' : `.${tail}`}e${exponent < 0 ? '-' : '+'}${size}`
}

function significant(value: Decimal, digits: number): Decimal {
  return round(value, String(value.coefficient).length + value.exponent - digits)
}

/** Rounds away digits below 10^exponent, half to even, and drops trailing zeros. */
function round(value: Decimal, exponent: number): Decimal {
  let { coefficient, exponent: place } = value
  if (place < exponent) {
    const divisor = 10n ** BigInt(exponent - place)
    const rest = coefficient % divisor
    coefficient /= divisor
    if (rest * 2n > divisor || (rest * 2n === divisor && coefficient % 2n === 1n)) coefficient += 1n
    place = exponent
  }
  if (coefficient === 0n) return { coefficient, exponent: 0 }
  const trailing = /0*$/.exec(String(coefficient))![0].length
  return { coefficient: coefficient / 10n ** BigInt(trailing), exponent: place + trailing }
}
