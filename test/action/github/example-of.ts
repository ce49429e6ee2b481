import { resolve } from './description.ts'

type JsonObject = Record<string, unknown>

const FORMATS: Readonly<Record<string, string>> = {
  uri: 'https://github.example/',
  'date-time': '2026-11-02T09:00:00Z',
  date: '2026-11-02',
  email: 'ada@example.com',
}

/**
 * The smallest value that a schema allows, with `given` laid over it: answers of the fake hold every field that GitHub
 * promises, and name only those that matter.
 */
export function exampleOf(schema: unknown, given?: unknown): unknown {
  const resolved = resolve(schema) as JsonObject
  const choice = (resolved.anyOf ?? resolved.oneOf) as readonly JsonObject[] | undefined
  if (given === null) return null
  if (choice) {
    const isNullable = choice.some(({ type }) => type === 'null')
    return given === undefined && isNullable ? null : exampleOf(choice[0], given)
  }
  if (resolved.allOf) return merged(resolved.allOf as readonly JsonObject[], given)
  if (Array.isArray(resolved.enum)) return given ?? resolved.enum[0]
  switch (resolved.type) {
    case 'object':
      return object(resolved, given as JsonObject | undefined)
    case 'array':
      return Array.isArray(given) ? given.map((item) => exampleOf(resolved.items, item)) : []
    case 'integer':
    case 'number':
      return given ?? resolved.minimum ?? 1
    case 'boolean':
      return given ?? false
    case 'string':
      return given ?? FORMATS[String(resolved.format)] ?? 'text'
    default:
      return resolved.properties ? object(resolved, given as JsonObject | undefined) : (given ?? null)
  }
}

function object({ properties = {}, required = [] }: JsonObject, given: JsonObject = {}): JsonObject {
  const made: JsonObject = { ...given }
  const schemas = properties as JsonObject
  for (const name of new Set([...(required as string[]), ...Object.keys(given)]))
    made[name] = exampleOf(schemas[name] ?? {}, given[name])
  return made
}

function merged(schemas: readonly JsonObject[], given: unknown): unknown {
  return schemas.reduce((made, schema) => exampleOf(schema, made), given)
}
