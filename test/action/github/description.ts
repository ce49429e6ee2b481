import { readFileSync } from 'node:fs'
import { Ajv, type ValidateFunction } from 'ajv'
import addFormats from 'ajv-formats'

type JsonObject = Record<string, unknown>

/** An operation of GitHub's API, and what its description says is wrong with a request or an answer. */
export interface Operation {
  readonly id: string
  readonly parameters: Readonly<Record<string, string>>
  wrongRequest(query: Readonly<Record<string, string>>, body: unknown): readonly string[]
  wrongAnswer(status: number, body: unknown): readonly string[]
  answerSchema(status: number): JsonObject
}

interface Parameter {
  readonly name: string
  readonly in: 'path' | 'query'
  readonly required?: boolean
  readonly schema: JsonObject
}

interface Described {
  readonly operationId: string
  readonly parameters?: readonly unknown[]
  readonly requestBody?: { readonly content: Content }
  readonly responses: Readonly<Record<string, unknown>>
}
type Content = Readonly<Record<string, { readonly schema: JsonObject }>>

/** GitHub's description, cut to the operations we call (`scripts/github-api/trim.ts`). */
const document = nullableAsUnion(
  JSON.parse(readFileSync(new URL('description.json', import.meta.url), 'utf8')),
) as { readonly paths: Record<string, Record<string, Described>> }

const options = { strict: false, allErrors: true, validateSchema: false } as const
const ajv = addFormats.default(new Ajv(options)).addSchema(document, 'github')
/** Paths and queries are texts; bodies are what they are. */
const coercing = addFormats.default(new Ajv({ ...options, coerceTypes: true })).addSchema(document, 'github')
const compiled = new Map<string, ValidateFunction>()

/** The operation that a request means; where several templates fit, the longest. */
export function findOperation(method: string, path: string): Operation | undefined {
  const templates = Object.entries(document.paths)
    .filter(([, item]) => method.toLowerCase() in item)
    .sort(([a], [b]) => b.length - a.length)
  for (const [template, item] of templates) {
    const parameters = matchTemplate(template, path)
    if (parameters) return operation(template, method.toLowerCase(), item[method.toLowerCase()]!, parameters)
  }
  return undefined
}

function operation(
  template: string,
  method: string,
  described: Described,
  parameters: Readonly<Record<string, string>>,
): Operation {
  const place = `github#/paths/${encodeURIComponent(template.replaceAll('/', '~1'))}/${method}`
  const declared = (described.parameters ?? []).map((parameter) => resolve(parameter) as Parameter)
  const answer = (status: number): { readonly content?: Content } | undefined => {
    const found = described.responses[status]
    return found === undefined ? undefined : (resolve(found) as { content?: Content })
  }
  return {
    id: described.operationId,
    parameters,
    wrongRequest(query, body) {
      const inPath = closed(declared.filter((parameter) => parameter.in === 'path'))
      const inQuery = closed(declared.filter((parameter) => parameter.in === 'query'))
      const wrong = [
        ...errors(coercing, `${place}/path`, inPath, { ...parameters }),
        ...errors(coercing, `${place}/query`, inQuery, { ...query }),
      ]
      const schema = described.requestBody?.content['application/json']?.schema
      if (schema) wrong.push(...errors(ajv, `${place}/body`, closedObjects(schema) as JsonObject, body))
      else if (body !== undefined) wrong.push('a body, where none is described')
      return wrong
    },
    wrongAnswer(status, body) {
      const described = answer(status)
      if (!described) return [`status ${status} is not described`]
      const schema = described.content?.['application/json']?.schema
      if (!schema) return body === undefined ? [] : ['a body, where none is described']
      return errors(ajv, `${place}/${status}`, schema, body)
    },
    answerSchema: (status) => answer(status)?.content?.['application/json']?.schema ?? {},
  }
}

/** What `$ref`s of the description mean. */
export function resolve(value: unknown): unknown {
  const ref = (value as { $ref?: string } | undefined)?.$ref
  if (ref === undefined) return value
  const steps = ref.replace('#/', '').split('/')
  return resolve(steps.reduce((at, step) => (at as JsonObject)[step], document as unknown))
}

/** The objects of a body, and those in its lists, with no other keys than the described ones. */
function closedObjects(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closedObjects)
  if (schema === null || typeof schema !== 'object') return schema
  const inner = Object.fromEntries(Object.entries(schema).map(([key, part]) => [key, closedObjects(part)]))
  return 'properties' in inner ? { ...inner, additionalProperties: false } : inner
}

/** GitHub ignores a mistyped key in silence; here it is an error. */
function closed(parameters: readonly Parameter[]): JsonObject {
  return {
    type: 'object',
    properties: Object.fromEntries(parameters.map(({ name, schema }) => [name, schema])),
    required: parameters.filter(({ required }) => required).map(({ name }) => name),
    additionalProperties: false,
  }
}

function errors(validator: Ajv, key: string, schema: JsonObject, value: unknown): string[] {
  const validate = compiled.get(key) ?? validator.compile(absolute(schema) as JsonObject)
  compiled.set(key, validate)
  if (validate(value)) return []
  return (validate.errors ?? []).map(
    ({ instancePath, message, params }) => `${key} ${instancePath} ${message} ${JSON.stringify(params)}`,
  )
}

/** `#/…` names a place in the description, not in the schema at hand. */
function absolute(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(absolute)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      key === '$ref' && typeof inner === 'string' && inner.startsWith('#')
        ? `github${inner}`
        : absolute(inner),
    ]),
  )
}

/** OpenAPI 3.0 writes `nullable` beside `$ref` or without a type, which a JSON Schema validator does not know. */
function nullableAsUnion(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(nullableAsUnion)
  if (value === null || typeof value !== 'object') return value
  const { nullable, ...rest } = value as JsonObject
  const inner = Object.fromEntries(Object.entries(rest).map(([key, part]) => [key, nullableAsUnion(part)]))
  return nullable === true ? { anyOf: [inner, { type: 'null' }] } : inner
}

/** `{path}` and `{basehead}` may hold slashes, the others may not. */
function matchTemplate(template: string, path: string): Record<string, string> | undefined {
  const pattern = template.replace(/\{(\w+)\}/g, (_, name: string) =>
    name === 'basehead' || name === 'path' ? `(?<${name}>.+)` : `(?<${name}>[^/]+)`,
  )
  const groups = new RegExp(`^${pattern}$`).exec(path)?.groups
  return (
    groups &&
    Object.fromEntries(Object.entries(groups).map(([name, text]) => [name, decodeURIComponent(text)]))
  )
}
