import type { Resource } from '../../core/domain/resource.ts'
import {
  bool,
  isMapping,
  list,
  type MappingValue,
  NULL,
  number,
  object,
  string,
  type UnknownValue,
  unknown,
  type Value,
} from '../../core/domain/value.ts'
import { SourceFile } from '../../core/source/source-file.ts'

/** What a value may be written as in a test: a `Value`, or plain data. An array of objects is a list of blocks. */
export type Plain =
  | Value
  | string
  | number
  | boolean
  | null
  | readonly Plain[]
  | { readonly [name: string]: Plain }

export interface ResourceOptions {
  readonly project?: string
  readonly region?: Value
  readonly provider?: string
  readonly multiplicity?: UnknownValue
}

/** A resource as the loaders would make it, by its address: `resource('aws_instance.train', { … })`. */
export function resource(address: string, attributes: Plain = {}, options: ResourceOptions = {}): Resource {
  const [type = '', name = ''] = address.replace(/^(module\.[^.]+\.)+/, '').split('.')
  const value = toValue(attributes)
  if (!isMapping(value)) throw new Error('attributes are an object')
  const source = new SourceFile('main.tf', `resource "${type}" "${name}" {}\n`)
  return {
    project: options.project ?? '.',
    address,
    type,
    name: name.replace(/\[.*$/, ''),
    provider: { source: options.provider ?? 'hashicorp/aws', name: 'aws' },
    region: options.region ?? string('us-east-1'),
    attributes: value as MappingValue,
    defaultTags: undefined,
    range: { source, start: 0, end: source.text.length - 4 },
    moduleCalls: [],
    multiplicity: options.multiplicity,
  }
}

/** The attribute of another resource that only the provider knows: `attributeOf('aws_launch_template.gpu', 'id')`. */
export function attributeOf(address: string, attribute: string, project = '.'): Value {
  return unknown(`${address}.${attribute} is known after apply`, { refs: [{ project, address, attribute }] })
}

export function toValue(plain: Plain): Value {
  if (plain === null) return NULL
  if (typeof plain === 'string') return string(plain)
  if (typeof plain === 'number') return number(plain)
  if (typeof plain === 'boolean') return bool(plain)
  if (Array.isArray(plain)) return list(plain.map(toValue))
  if (isValue(plain)) return plain
  return object(new Map(Object.entries(plain).map(([name, value]) => [name, toValue(value as Plain)])))
}

const KINDS = new Set([
  'null',
  'bool',
  'number',
  'string',
  'list',
  'set',
  'tuple',
  'map',
  'object',
  'unknown',
])

function isValue(plain: object): plain is Value {
  return 'kind' in plain && typeof plain.kind === 'string' && KINDS.has(plain.kind)
}
