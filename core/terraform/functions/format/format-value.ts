import type { NumberValue, Value } from '../../../domain/value.ts'
import { convert } from '../../types/convert.ts'
import { toDecimal } from '../../types/decimal.ts'
import { isFailure } from '../../types/result.ts'
import { toJson } from '../../types/to-json.ts'
import { BOOL, NUMBER, STRING, type Type } from '../../types/type.ts'
import { limitText } from '../define.ts'
import { graphemes } from '../graphemes.ts'
import { ArgumentError } from '../terraform-function.ts'
import { formatNumberVerb, general } from './format-number-verb.ts'
import { type FormatVerb, parseFormat } from './parse-format.ts'

/** `format(format, args...)` with wholly known arguments. */
export function formatValues(format: string, args: readonly Value[]): string {
  const parts: string[] = []
  let used = 0
  let length = 0
  for (const piece of parseFormat(format)) {
    let part = ''
    if (typeof piece === 'string') part = piece
    else {
      const argument = args[piece.argument]
      used = Math.max(used, piece.argument + 1)
      if (!argument) throw new ArgumentError(notEnough(piece, args.length), 'format')
      part = formatValue(piece, argument)
    }
    length += part.length
    limitText(length)
    parts.push(part)
  }
  if (used < args.length) throw new ArgumentError(tooMany(used), 'args')
  return parts.join('')
}

function notEnough({ raw, offset, argument }: FormatVerb, count: number): string {
  return `not enough arguments for ${JSON.stringify(raw)} at ${offset}: need index ${argument + 1} but have ${count} total`
}

function tooMany(used: number): string {
  return used === 0
    ? 'too many arguments; no verbs in format string'
    : `too many arguments; only ${used} used by format string`
}

function formatValue(verb: FormatVerb, argument: Value): string {
  switch (verb.mode) {
    case 'v':
      return pad(verb, asIs(verb, argument))
    case 't':
      return pad(verb, String((as(verb, argument, BOOL) as Value & { kind: 'bool' }).value))
    case 's':
      return pad(verb, cut(verb, (as(verb, argument, STRING) as Value & { kind: 'string' }).value))
    case 'q': {
      const { value } = as(verb, argument, STRING) as Value & { kind: 'string' }
      return pad(verb, toJson({ kind: 'string', value: cut(verb, value) }) as string)
    }
    default:
      if ('bdoxXeEfgG'.includes(verb.mode))
        return formatNumberVerb(verb, as(verb, argument, NUMBER) as NumberValue)
      throw new ArgumentError(
        `unsupported format verb ${JSON.stringify(verb.mode)} at offset ${verb.offset}`,
        'format',
      )
  }
}

function as(verb: FormatVerb, argument: Value, type: Type): Value {
  const refuse = (reason: string) =>
    new ArgumentError(`unsupported value for ${JSON.stringify(verb.raw)} at ${verb.offset}: ${reason}`)
  const converted = convert(argument, type)
  if (isFailure(converted)) throw refuse(converted.error)
  if (converted.value.kind === 'null') throw refuse('null value cannot be formatted')
  return converted.value
}

function asIs({ flags }: FormatVerb, argument: Value): string {
  if (argument.kind === 'string' && !flags.includes('#')) return argument.value
  const decimal = argument.kind === 'number' && !flags.includes('#') ? toDecimal(argument) : undefined
  if (!decimal) return toJson(argument) as string
  const { coefficient, exponent } = decimal
  return coefficient < 0n
    ? `-${general({ coefficient: -coefficient, exponent }, undefined)}`
    : general(decimal, undefined)
}

function cut({ precision }: FormatVerb, text: string): string {
  return precision ? graphemes(text).slice(0, precision).join('') : text
}

/** Widths count characters as a person does. */
function pad({ width = 0, flags }: FormatVerb, text: string): string {
  if (width === 0) return text
  limitText(width)
  const missing = Math.max(0, width - graphemes(text).length)
  const filling = (flags.includes('0') ? '0' : ' ').repeat(missing)
  return flags.includes('-') ? text + filling : filling + text
}
