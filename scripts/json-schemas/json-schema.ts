import { z } from 'zod'
import { anomaliesOutput, explanationOutput } from './anomalies.ts'
import { billReportOutput } from './bill-report.ts'
import { chargebackOutput, chargesBehindOutput } from './chargeback.ts'
import { checkOutput } from './check.ts'
import { inspectOutput } from './inspect.ts'
import { reconciliationOutput } from './reconciliation.ts'
import { reviewOutput } from './review.ts'

/** By the name of the file in `schema/`; `command` prints it. */
const OUTPUTS = {
  inspect: { command: 'inspect', schema: inspectOutput },
  check: { command: 'check', schema: checkOutput },
  review: { command: 'review', schema: reviewOutput },
  'bill-report': { command: 'report', schema: billReportOutput },
  chargeback: { command: 'chargeback', schema: chargebackOutput },
  'charges-behind': { command: 'chargeback --explain RECORD', schema: chargesBehindOutput },
  anomalies: { command: 'anomalies', schema: anomaliesOutput },
  explanation: { command: 'explain', schema: explanationOutput },
  reconciliation: { command: 'reconcile', schema: reconciliationOutput },
} as const
export type OutputName = keyof typeof OUTPUTS
export const outputs = Object.fromEntries(
  Object.entries(OUTPUTS).map(([name, { schema }]) => [name, schema]),
) as { readonly [Name in OutputName]: (typeof OUTPUTS)[Name]['schema'] }

/** The JSON Schema of an output, as it is published. */
export function jsonSchema(name: OutputName): string {
  const { $schema, ...schema } = z.toJSONSchema(outputs[name], { io: 'input', override: withoutBounds })
  const document = {
    $schema,
    $comment: 'Written by scripts/json-schemas/build.ts; do not edit.',
    title: `ascribe ${OUTPUTS[name].command} --format json`,
    ...schema,
  }
  return `${JSON.stringify(document, undefined, 2)}\n`
}

/** zod's whole numbers are bounded by what a double holds; that goes without saying. */
function withoutBounds({ jsonSchema: schema }: { jsonSchema: z.core.JSONSchema.BaseSchema }): void {
  if (schema.maximum === Number.MAX_SAFE_INTEGER) delete schema.maximum
  if (schema.minimum === Number.MIN_SAFE_INTEGER) delete schema.minimum
}
