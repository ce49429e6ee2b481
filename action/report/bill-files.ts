import { readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { ConfigurationError, matchesGlob } from '../../core/index.ts'

const BILLS = /\.(?:(?:csv|jsonl|ndjson)(?:\.gz)?|parquet)$/i
/** More than a year of hourly files. */
const MOST_FILES = 10_000

/** The files of a bill: each entry a file, a folder with all that is in it, or a pattern such as `exports/*.csv.gz`. */
export function billFiles(entries: readonly string[], workspace: string): readonly string[] {
  const files = entries.flatMap((entry) => {
    const found = /\*/.test(entry) ? matching(entry, workspace) : named(path.resolve(workspace, entry))
    if (found.length === 0) throw new ConfigurationError(`bill "${entry}": there is no such file`)
    return found
  })
  if (files.length > MOST_FILES)
    throw new ConfigurationError(`expected ${MOST_FILES} files of a bill at most, found ${files.length}`)
  return [...new Set(files)].sort()
}

function named(file: string): readonly string[] {
  const stats = statSync(file, { throwIfNoEntry: false })
  if (!stats?.isDirectory()) return stats ? [file] : []
  return filesBelow(file).filter((each) => BILLS.test(each))
}

/** A `*` stands for any text, also for folders. */
function matching(pattern: string, workspace: string): readonly string[] {
  const parts = path.resolve(workspace, pattern).split(path.sep)
  const fixed = parts.slice(
    0,
    parts.findIndex((part) => /\*/.test(part)),
  )
  const folder = fixed.join(path.sep) || path.sep
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return []
  const wanted = parts.slice(fixed.length).join('/')
  return filesBelow(folder).filter((file) =>
    matchesGlob(wanted, path.relative(folder, file).split(path.sep).join('/')),
  )
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
}
