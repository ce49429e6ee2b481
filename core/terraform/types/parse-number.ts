import { type NumberValue, number } from '../../domain/value.ts'
import { fromDecimal, parseDecimal } from './decimal.ts'

/** The number that a string converts to, or undefined where Terraform would refuse. */
export function parseNumber(text: string): NumberValue | undefined {
  if (/^[+-]?inf(inity)?$/i.test(text)) return number(text.startsWith('-') ? -Infinity : Infinity)
  const decimal = parseDecimal(text)
  return decimal && fromDecimal(decimal)
}
