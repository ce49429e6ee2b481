import type { Parser } from './parser.ts'
import type { Expression } from './syntax.ts'

/** Go's big floats, which Terraform computes with, end here. */
const MAX_EXPONENT = 646456992

export function parseNumber(p: Parser): Expression {
  const { start, end } = p
  const text = p.word()
  const value = Number(text)
  p.next()
  if (Number.isNaN(value) || (value === Infinity && exponent(text) > MAX_EXPONENT)) {
    const message = `"${text}" is not a number, expected one like 16, 0.25 or 1e6`
    p.problem(message, start, end)
    return { kind: 'error', message, start, end }
  }
  return isExact(text, value)
    ? { kind: 'literal', value, start, end }
    : { kind: 'literal', value, digits: text, start, end }
}

function exponent(text: string): number {
  return Number(/[eE]\+?(\d+)$/.exec(text)?.[1] ?? 0)
}

/** Whether printing the double gives back what was written. */
export function isExact(text: string, value: number): boolean {
  return text.length <= 15 && !/[eE]/.test(text) ? true : significant(String(value)) === significant(text)
}

/** Digits without leading and trailing zeros, and the power of ten of the last one. */
function significant(text: string): string {
  const [mantissa = '', power = '0'] = text.toLowerCase().split('e')
  const [whole = '', fraction = ''] = mantissa.split('.')
  const digits = (whole + fraction).replace(/^0+/, '')
  const kept = digits.replace(/0+$/, '')
  return kept === '' ? '0' : `${kept}e${Number(power) - fraction.length + digits.length - kept.length}`
}
