import * as z from 'zod'
import { ascribeYml } from '../../core/config/ascribe-yml.ts'

/** A JSON Schema, as far as this script reads one. */
export interface Schema {
  readonly type?: string
  readonly description?: string
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly anyOf?: readonly Schema[]
  readonly items?: Schema
  readonly properties?: Readonly<Record<string, Schema>>
  readonly additionalProperties?: boolean | Schema
  readonly required?: readonly string[]
}

/** The shape of ascribe.yml, for editors. */
export function jsonSchema(): string {
  const schema = {
    $comment: 'Written by scripts/config-schema/build.ts from core/config/ascribe-yml.ts. Do not edit.',
    title: 'ascribe.yml',
    ...z.toJSONSchema(ascribeYml, { io: 'input' }),
  }
  return `${JSON.stringify(schema, null, 2)}\n`
}

export interface Row {
  /** `schema.keys.*.values` */
  readonly path: string
  readonly type: string
  readonly isRequired: boolean
  readonly description: string
}

/** Every key of ascribe.yml, in the order of the schema. */
export function rows(): Row[] {
  return [...walk(JSON.parse(jsonSchema()) as Schema, '')]
}

function* walk(schema: Schema, path: string): Generator<Row> {
  const at = (step: string) => (path === '' ? step : `${path}.${step}`)
  const shape = schema.anyOf?.find(({ properties }) => properties) ?? schema
  for (const [name, inner] of Object.entries(shape.properties ?? {})) {
    const here = at(name)
    const { description = '' } = inner
    yield {
      path: here,
      type: typeOf(inner),
      isRequired: shape.required?.includes(name) ?? false,
      description,
    }
    // `match` is the same everywhere, and described once.
    if (name !== 'match' || path === 'usage.*') yield* walk(inner, here)
  }
  if (typeof shape.additionalProperties === 'object' && !shape.properties)
    yield* walk(shape.additionalProperties, at('*'))
  if (shape.items) yield* walk(shape.items, at('*'))
}

function typeOf(schema: Schema): string {
  const { type, anyOf, items, additionalProperties, properties } = schema
  if (schema.const !== undefined) return `\`${schema.const}\``
  if (schema.enum) return schema.enum.map((value) => `\`${value}\``).join(', ')
  if (anyOf) return anyOf.map(typeOf).join(' or ')
  if (type === 'array') return items ? `list of ${typeOf(items)}` : 'list'
  if (type === 'object') return !properties && additionalProperties ? 'mapping by name' : 'mapping'
  return type === 'string' ? 'text' : type === 'boolean' ? 'true or false' : (type ?? 'anything')
}
