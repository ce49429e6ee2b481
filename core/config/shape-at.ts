import * as z from 'zod'
import type { YamlPath } from './yaml-tree.ts'

/** The part of a schema at a path of the documents that it describes; names and numbers of lists are any. */
function shapeAt(schema: z.ZodType, path: YamlPath): unknown {
  let at: unknown = schema
  for (const step of path) {
    const inner = bare(at)
    if (inner instanceof z.ZodObject) at = inner.shape[String(step)]
    else if (inner instanceof z.ZodRecord) at = inner.valueType
    else if (inner instanceof z.ZodArray) at = inner.element
    else return undefined
  }
  return at
}

/** The keys that a mapping at a path may have, where they are known. */
export function keysAt(schema: z.ZodType, path: YamlPath): readonly string[] {
  const inner = bare(shapeAt(schema, path))
  if (inner instanceof z.ZodRecord && inner.keyType instanceof z.ZodEnum)
    return inner.keyType.options.map(String)
  return inner instanceof z.ZodObject ? Object.keys(inner.shape) : []
}

/** The values that a scalar at a path may have, where they are known. */
export function valuesAt(schema: z.ZodType, path: YamlPath): readonly string[] {
  return valuesOf(shapeAt(schema, path))
}

function valuesOf(schema: unknown): readonly string[] {
  const inner = bare(schema)
  if (inner instanceof z.ZodEnum) return inner.options.map(String)
  if (inner instanceof z.ZodLiteral) return [...inner.values].map(String)
  if (inner instanceof z.ZodBoolean) return ['true', 'false']
  return inner instanceof z.ZodUnion ? inner.options.flatMap(valuesOf) : []
}

/** What a key is for, in a sentence. */
export function descriptionAt(schema: z.ZodType, path: YamlPath): string | undefined {
  const at = shapeAt(schema, path)
  return at instanceof z.ZodType ? (at.description ?? (bare(at) as z.ZodType).description) : undefined
}

function bare(schema: unknown): unknown {
  let at = schema
  while (at instanceof z.ZodOptional || at instanceof z.ZodNullable) at = at.unwrap()
  return at
}
