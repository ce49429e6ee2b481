import { CONFIG_FILE_NAMES, readConfig } from './config/read-config.ts'
import { ConfigurationError } from './domain/configuration-error.ts'
import type { PlacedConfig } from './inspect.ts'
import type { Problem } from './source/problem.ts'
import { SourceFile } from './source/source-file.ts'
import { directoryOf, joinPath, type SourceTree } from './source/source-tree.ts'

/** The configuration that holds for a folder, and what is wrong with it. */
export interface FoundConfig extends PlacedConfig {
  /** Whether there is an `ascribe.yml`; without one, the preset holds. */
  readonly isWritten: boolean
  /** The file, where there is one. */
  readonly source: SourceFile | undefined
  readonly problems: readonly Problem[]
}

/** The nearest `ascribe.yml` at or above a folder of the tree. Throws a `ConfigurationError` where one is there and unreadable. */
export function findConfig(tree: SourceTree, below: string): FoundConfig {
  for (let directory = below; ; directory = directoryOf(directory)) {
    for (const name of CONFIG_FILE_NAMES) {
      const path = joinPath(directory, name)
      const text = tree.read(path)
      if (text === undefined) {
        if (!tree.list(directory).some((entry) => entry.name === name)) continue
        throw new ConfigurationError(`${path} cannot be read. expected a text file of at most 16 MiB`)
      }
      const source = new SourceFile(path, text)
      return { ...readConfig(source), directory, isWritten: true, source }
    }
    if (directory === '')
      return { ...readConfig(undefined), directory: below, isWritten: false, source: undefined }
  }
}
