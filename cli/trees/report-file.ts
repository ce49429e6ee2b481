import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs'
import { ConfigurationError, type Review, readReport } from '../../core/index.ts'

/** Far above what the largest real review writes. */
const MAX_BYTES = 20 * 1024 * 1024

/** Reads a report that somebody else's job has written. Refuses what is no plain file, too large, or no report. */
export function readReportFile(path: string): Review {
  return readReport(readPlainFile(path), path)
}

/** An archive may hold a link to any file of this machine; it is not followed. */
export function readPlainFile(path: string): string {
  let file: number
  try {
    file = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW)
  } catch {
    throw new ConfigurationError(
      `there is no report "${path}". expected a file that "ascribe review --format json" or the Action wrote`,
    )
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
