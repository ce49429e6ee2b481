import { lstatSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { readReportFile } from '../cli/trees/report-file.ts'
import { ConfigurationError, mergeReports, type Review } from '../core/index.ts'

/** More jobs than anybody has on one change. */
const MOST = 256
/** A folder of downloaded artifacts has one folder for each. */
const DEEPEST = 2

/** The reports of other jobs as one review: files, and whatever reports lie in folders. No link is followed. */
export function readReports(given: readonly string[]): Review {
  const files = given.flatMap((name) => (isFolder(name) ? reportsIn(name, DEEPEST) : [name]))
  if (files.length === 0)
    throw new ConfigurationError(`there is no report in ${given.map((name) => `"${name}"`).join(', ')}`)
  if (files.length > MOST)
    throw new ConfigurationError(`expected ${MOST} reports at most, found ${files.length}`)
  return mergeReports(files.map((file) => ({ name: file, review: readReportFile(file) })))
}

function reportsIn(folder: string, depth: number): readonly string[] {
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))
  return entries.flatMap((entry) => {
    const name = path.join(folder, entry.name)
    if (entry.isDirectory()) return depth > 1 ? reportsIn(name, depth - 1) : []
    return /(?<!\.snapshot)\.json$/.test(entry.name) ? [name] : []
  })
}

function isFolder(name: string): boolean {
  return lstatSync(name, { throwIfNoEntry: false })?.isDirectory() ?? false
}
