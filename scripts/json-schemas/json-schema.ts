import { z } from 'zod'
import { checkOutput } from './check.ts'
import { inspectOutput } from './inspect.ts'
import { reviewOutput } from './review.ts'

export const outputs = { inspect: inspectOutput, check: checkOutput, review: reviewOutput }
export type OutputName = keyof typeof outputs

/** The JSON Schema of an output, as it is published. */
export function jsonSchema(name: OutputName): string {
  const { $schema, ...schema } = z.toJSONSchema(outputs[name], { io: 'input', override: withoutBounds })
  const document = {
    $schema,
    $comment: 'Written by scripts/json-schemas/build.ts; do not edit.',
    title: `ascribe ${name} --format json`,
    ...schema,
  }
  return `${JSON.stringify(document, undefined, 2)}\n`
}

/** zod's whole numbers are bounded by what a double holds; that goes without saying. */
function withoutBounds({ jsonSchema: schema }: { jsonSchema: z.core.JSONSchema.BaseSchema }): void {
  if (schema.maximum === Number.MAX_SAFE_INTEGER) delete schema.maximum
  if (schema.minimum === Number.MIN_SAFE_INTEGER) delete schema.minimum
}
