import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node,
  Parser,
  parseAllDocuments,
  type Scalar,
  type YAMLMap,
} from 'yaml'
import { deeperThan } from '../../../config/yaml-depth.ts'
import { bool, NULL, number, object, string, tuple, type Value } from '../../../domain/value.ts'
import { parseNumber } from '../../types/parse-number.ts'
import { MAX_PARTS } from '../../types/size.ts'
import { parseTimestamp } from '../date/timestamp.ts'
import { ArgumentError } from '../terraform-function.ts'

const MAX_DEPTH = 100

/** Reads one YAML document as `yamldecode` does: plain scalars by Terraform's own rules, between YAML 1.1 and 1.2. */
export function parseYaml(text: string): Value {
  if (text.trim() === '') throw refuse('missing start of document')
  if (deeperThan([...new Parser().parse(text)], MAX_DEPTH))
    throw refuse(`it is nested more than ${MAX_DEPTH} deep`)
  const documents = parseAllDocuments(text, { schema: 'failsafe', uniqueKeys: false, logLevel: 'silent' })
  const [document] = documents
  if (!document || !('errors' in document)) throw refuse('missing start of document')
  const [error] = document.errors
  if (error) throw refuse(error.message.split('\n')[0]!)
  if (documents.length > 1) throw refuse('unexpected extra content after value')
  const state: State = {
    parts: 0,
    open: new Set(),
    resolve: (alias) => (isAlias(alias) ? alias.resolve(document) : undefined),
  }
  return read(document.contents, state)
}

interface State {
  /** Values made so far: aliases of aliases multiply. */
  parts: number
  readonly open: Set<Node>
  readonly resolve: (alias: Node) => Node | undefined
}

function refuse(message: string): ArgumentError {
  return new ArgumentError(message, 'src')
}

function read(node: unknown, state: State): Value {
  if (++state.parts > MAX_PARTS) throw refuse(`the document has more than ${MAX_PARTS} values`)
  if (isScalar(node)) return scalarOf(node)
  if (isAlias(node)) {
    const target = state.resolve(node)
    if (!target) throw refuse(`reference to undefined anchor "${node.source}"`)
    return read(target, state)
  }
  if (isSeq(node)) {
    checkTag(node, 'seq')
    return nested(node, state, () => tuple(node.items.map((item) => read(item, state))))
  }
  if (isMap(node)) {
    checkTag(node, 'map')
    return nested(node, state, () => mapOf(node, state))
  }
  return NULL
}

function checkTag(node: Node, kind: string): void {
  if (node.tag && node.tag !== `tag:yaml.org,2002:${kind}`) throw refuse(`unsupported tag "${node.tag}"`)
}

/** An anchor that contains an alias of itself has no end. */
function nested(node: Node, state: State, make: () => Value): Value {
  if (state.open.has(node)) throw refuse('cannot refer to anchor from inside its own definition')
  state.open.add(node)
  const value = make()
  state.open.delete(node)
  return value
}

/** What comes later wins, be it a key or a merge: in this Terraform differs from YAML's own rule. */
function mapOf(map: YAMLMap, state: State): Value {
  const entries = new Map<string, Value>()
  for (const pair of map.items) {
    if (isScalar(pair.key) && pair.key.type === 'PLAIN' && pair.key.source === '<<')
      for (const [key, value] of mergeSources(read(pair.value, state))) entries.set(key, value)
    else entries.set(keyOf(read(pair.key, state)), read(pair.value, state))
  }
  return object(entries)
}

function mergeSources(value: Value): Iterable<readonly [string, Value]> {
  if (value.kind === 'object') return value.entries
  throw refuse(`cannot merge a ${value.kind}. expected a mapping after "<<"`)
}

function keyOf(value: Value): string {
  if (value.kind === 'string') return value.value
  if (value.kind === 'bool') return String(value.value)
  if (value.kind === 'number') return value.digits ?? String(value.value)
  throw refuse(
    value.kind === 'null' ? 'mapping key cannot be null' : 'only mapping keys that are strings are supported',
  )
}

function scalarOf(node: Scalar): Value {
  const text = typeof node.value === 'string' ? node.value : (node.source ?? '')
  switch (node.tag) {
    case undefined:
      return node.type === 'PLAIN' || node.type === undefined ? plainValue(text) : string(text)
    case '!':
    case 'tag:yaml.org,2002:str':
    case 'tag:yaml.org,2002:binary':
      return string(text)
    case 'tag:yaml.org,2002:bool':
    case 'tag:yaml.org,2002:int':
    case 'tag:yaml.org,2002:float':
    case 'tag:yaml.org,2002:null':
    case 'tag:yaml.org,2002:timestamp':
      return plainValue(text)
    default:
      throw refuse(`unsupported tag "${node.tag}"`)
  }
}

const TRUE = /^(?:true|True|TRUE|y|Y|yes|Yes|YES|on|On|ON)$/
const FALSE = /^(?:false|False|FALSE|n|N|no|No|NO|off|Off|OFF)$/

function plainValue(text: string): Value {
  if (/^(?:|~|null|Null|NULL)$/.test(text)) return NULL
  if (TRUE.test(text)) return bool(true)
  if (FALSE.test(text)) return bool(false)
  if (/^[+-]?\.(?:inf|Inf|INF)$/.test(text)) return number(text.startsWith('-') ? -Infinity : Infinity)
  if (/^\.(?:nan|NaN|NAN)$/.test(text)) throw refuse('floating point NaN is not supported')
  if (!/^[-+.\d]/.test(text)) return string(text)
  const based = /^0(?:x[\dA-Fa-f]+|o[0-7]+)$/.test(text) && text.length < 300 ? BigInt(text).toString() : text
  return timestampOf(text) ?? parseNumber(based) ?? string(text)
}

const DATE =
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:(?:[Tt]|[ \t]+)(\d{1,2}):(\d{2}):(\d{2})(?:\.\d+)?[ \t]*(Z|[+-]\d{1,2}(?::\d{2})?)?)?$/

/** A date becomes RFC 3339 text, without fractions of a second. */
function timestampOf(text: string): Value | undefined {
  const match = DATE.exec(text)
  if (!match) return undefined
  const two = (part: string | undefined) => (part ?? '0').padStart(2, '0')
  const [, year, month, day, hour, minute, second, zone = 'Z'] = match
  const offset = zone === 'Z' ? zone : zone.includes(':') ? zone : `${zone}:00`
  const written = `${year}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}:${two(second)}${offset}`
  return parseTimestamp(written) && string(written)
}
