import { type NumberValue, traitsOf, unknown, type Value } from '../domain/value.ts'

/** A tag's value as a string, as Terraform converts it; null stays, since it is no tag at all. */
export function tagValue(key: string, value: Value): Value {
  switch (value.kind) {
    case 'string':
    case 'unknown':
    case 'null':
      return value
    case 'bool':
      return { ...traitsOf(value), kind: 'string', value: String(value.value) }
    case 'number':
      return { ...traitsOf(value), kind: 'string', value: decimal(value) }
    case 'list':
    case 'set':
    case 'tuple':
    case 'map':
    case 'object':
      return unknown(`the value of "${key}" is a ${value.kind}, not a string`, traitsOf(value))
    default:
      return value satisfies never
  }
}

/** Without an exponent: Terraform writes 1e21 out in full. */
function decimal({ value, digits }: NumberValue): string {
  if (digits !== undefined) return digits
  if (Number.isInteger(value)) return BigInt(value).toString()
  const [mantissa = '', exponent] = String(value).split('e')
  if (exponent === undefined) return mantissa
  const sign = mantissa.startsWith('-') ? '-' : ''
  return `${sign}0.${'0'.repeat(-Number(exponent) - 1)}${mantissa.replace(/[-.]/g, '')}`
}
