import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs'
import { ConfigurationError, type Review } from '../../core/index.ts'
import { type Report, reportSchema } from './report-schema.ts'
import { toReview } from './to-review.ts'

/** Far above what the largest real review writes. */
const MAX_BYTES = 20 * 1024 * 1024

/** Reads a report that somebody else's job has written. Refuses what is no plain file, too large, or no report. */
export function readReport(path: string): Review {
  return toReview(parse(readPlainFile(path), path))
}

function parse(text: string, path: string): Report {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    throw new ConfigurationError(`the report "${path}" is not JSON`)
  }
  const { data, error } = reportSchema.safeParse(json)
  if (data) return data
  const [issue] = error.issues
  throw new ConfigurationError(
    `the report "${path}" is not what Ascribe writes: ${issue?.path.join('.')}: ${issue?.message}`,
  )
}

/** An archive may hold a link to any file of this machine; it is not followed. */
function readPlainFile(path: string): string {
  let file: number
  try {
    file = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW)
  } catch {
    throw new ConfigurationError(`there is no report "${path}". expected the file that report-path named`)
  }
  try {
    const stats = fstatSync(file)
    if (!stats.isFile()) throw new ConfigurationError(`the report "${path}" is no plain file`)
    if (stats.size > MAX_BYTES)
      throw new ConfigurationError(
        `the report "${path}" has ${stats.size} bytes. expected ${MAX_BYTES} at most`,
      )
    return readFileSync(file, 'utf8')
  } finally {
    closeSync(file)
  }
}
