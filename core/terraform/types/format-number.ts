import type { NumberValue } from '../../domain/value.ts'
import { formatDecimal, formatDouble, parseDecimal } from './decimal.ts'

/** The number as Terraform turns it into a string: decimal, shortest, without an exponent. */
export function formatNumber(value: NumberValue): string {
  if (value.digits === undefined) return formatDouble(value.value)
  const decimal = parseDecimal(value.digits)
  return decimal ? formatDecimal(decimal) : formatDouble(value.value)
}
