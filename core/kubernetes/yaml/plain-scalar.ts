import { bool, NULL, number, string, type Value } from '../../domain/value.ts'

const NULLS = /^(?:|~|null|Null|NULL)$/
const TRUE = /^(?:true|True|TRUE|y|Y|yes|Yes|YES|on|On|ON)$/
const FALSE = /^(?:false|False|FALSE|n|N|no|No|NO|off|Off|OFF)$/
const INTEGER = /^[+-]?(?:0x[\dA-Fa-f]+|0b[01]+|0o?[0-7]+|[1-9]\d*|0)$/
const FLOAT = /^[+-]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][+-]?\d+)?$/
/** Longer ones are no numbers that anything in Kubernetes could hold. */
const MAX_DIGITS = 300

/**
 * A scalar without quotes as kubectl types it: by the rules of YAML 1.1 as sigs.k8s.io/yaml has them. `yes` and `on`
 * are bools, `0644` is octal, `1_000` a number; a date and `1:30` stay text.
 */
export function plainScalar(text: string): Value {
  if (NULLS.test(text)) return NULL
  if (TRUE.test(text)) return bool(true)
  if (FALSE.test(text)) return bool(false)
  if (!/^[-+.\d]/.test(text) || text.length > MAX_DIGITS) return string(text)
  const digits = text.replaceAll('_', '')
  if (INTEGER.test(digits)) return integer(digits)
  return FLOAT.test(digits) ? number(Number(digits)) : string(text)
}

function integer(text: string): Value {
  const unsigned = text.replace(/^[+-]/, '')
  const based = unsigned.replace(/^0(?=[0-7])/, '0o')
  const magnitude = BigInt(based)
  const exact = text.startsWith('-') ? -magnitude : magnitude
  const value = Number(exact)
  return Number.isSafeInteger(value) ? number(value) : { kind: 'number', value, digits: exact.toString() }
}
