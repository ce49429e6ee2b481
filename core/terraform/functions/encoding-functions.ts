import { isMapping, isSequence, string, type Value } from '../../domain/value.ts'
import { toJson } from '../types/to-json.ts'
import { anything, limitText, made, text, textOf } from './define.ts'
import { decodeBase64, decodeUtf8, encodeBase64, encodeUtf8 } from './encoding/base64.ts'
import { decodeCharacters, encodeCharacters } from './encoding/character-encoding.ts'
import { parseCsv } from './encoding/parse-csv.ts'
import { parseJson } from './encoding/parse-json.ts'
import { parseYaml } from './encoding/parse-yaml.ts'
import { toYaml } from './encoding/to-yaml.ts'
import { wellFormed } from './encoding/well-formed.ts'
import { ArgumentError, type TerraformFunction } from './terraform-function.ts'

export const encodingFunctions = {
  base64decode: made([text('str')], (str) => {
    const decoded = decodeUtf8(bytesOf(str, 'str'))
    if (decoded === undefined)
      throw new ArgumentError('the result of decoding the provided string is not valid UTF-8', 'str')
    return string(decoded)
  }),
  base64encode: made([text('str')], (str) => string(encodeBase64(encodeUtf8(str)))),
  csvdecode: made([text('str')], parseCsv),
  jsondecode: made([text('str')], parseJson),
  jsonencode: made([anything('val', { nullable: true })], encodeJson),
  textdecodebase64: made([text('source'), text('encoding')], (source, encoding) =>
    decodeCharacters(bytesOf(source, 'source'), encoding),
  ),
  textencodebase64: made([text('string'), text('encoding')], encodeCharacters),
  urlencode: made([text('str')], (str) =>
    string(
      encodeURIComponent(wellFormed(str))
        .replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
        .replaceAll('%20', '+'),
    ),
  ),
  yamldecode: {
    parameters: [text('src')],
    result: 'made',
    call: ([src], context) => context.decodeYaml(textOf(src!), parseYaml),
  },
  yamlencode: made([anything('value', { nullable: true })], (value) => textOrUnknown(toYaml(value))),
} satisfies Record<string, TerraformFunction>

function bytesOf(encoded: string, parameter: string): Uint8Array {
  const bytes = decodeBase64(encoded)
  if (!bytes) throw new ArgumentError('failed to decode base64 data: illegal base64 data', parameter)
  return bytes
}

function textOrUnknown(written: string | Value): Value {
  if (typeof written !== 'string') return written
  limitText(written.length)
  return string(written)
}

function encodeJson(value: Value): Value {
  if (hasInfinity(value)) throw new ArgumentError('cannot serialize infinity as JSON')
  return textOrUnknown(toJson(value))
}

function hasInfinity(value: Value): boolean {
  if (value.kind === 'number') return !Number.isFinite(value.value) && value.digits === undefined
  if (isSequence(value)) return value.items.some(hasInfinity)
  return isMapping(value) && [...value.entries.values()].some(hasInfinity)
}
