import { ConfigurationError } from '../domain/configuration-error.ts'
import type { Review } from '../review/review.ts'
import { reportSchema } from './report-schema.ts'
import { toReview } from './to-review.ts'

/**
 * The review that the text of a JSON report tells of. Somebody else's job may have written it: whatever is not what
 * Ascribe writes is refused with a `ConfigurationError` that says where. `name` is the file's, for messages.
 */
export function readReport(text: string, name: string): Review {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    throw new ConfigurationError(`the report "${name}" is not JSON`)
  }
  const { data, error } = reportSchema.safeParse(json)
  if (data) return toReview(data)
  const [issue] = error.issues
  throw new ConfigurationError(
    `the report "${name}" is not what Ascribe writes: ${issue?.path.join('.')}: ${issue?.message}`,
  )
}
