import { ConfigurationError } from '../domain/configuration-error.ts'
import { BASELINE_FILE_NAME, NO_BASELINE, type ReadBaseline, readBaseline } from '../exemptions/baseline.ts'
import { locate, SourceFile } from '../source/source-file.ts'
import { joinPath, type SourceTree } from '../source/source-tree.ts'

/** A baseline, and the text that it was read from. */
export interface FoundBaseline extends ReadBaseline {
  readonly source: SourceFile | undefined
}

export const NOT_RECORDED: FoundBaseline = { ...NO_BASELINE, source: undefined }

/** The baseline in the folder of the configuration that holds. Throws a `ConfigurationError` where one is there and unreadable. */
export function findBaseline(tree: SourceTree, directory: string): FoundBaseline {
  const path = joinPath(directory, BASELINE_FILE_NAME)
  const text = tree.read(path)
  if (text !== undefined) {
    const source = new SourceFile(path, text)
    return { ...readBaseline(source), source }
  }
  if (tree.list(directory).some(({ name }) => name === BASELINE_FILE_NAME))
    throw new ConfigurationError(`${path} cannot be read. expected a text file of at most 16 MiB`)
  return NOT_RECORDED
}

/** A baseline that may judge. Throws a `ConfigurationError` where its version is not known. */
export function baselineThatJudges(found: FoundBaseline): FoundBaseline {
  if (!found.otherVersion) return found
  const { path, line, column } = locate(found.otherVersion.range)
  throw new ConfigurationError(`${path}:${line}:${column}: ${found.otherVersion.message}`)
}
