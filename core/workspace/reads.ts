import { directoryOf } from '../source/source-tree.ts'
import type { ReadWatch } from '../terraform/index.ts'

/** What evaluating a project read, and so which changes reach it. */
export interface ReadsOfProject extends ReadWatch {
  /** `relisted`: the directories whose entries are others than they were. */
  touchedBy(path: string, relisted: readonly string[]): boolean
  /** The files that it read, its own configuration apart. */
  files(): Iterable<string>
}

export function reads(): ReadsOfProject {
  const files = new Set<string>()
  const listings = new Set<string>()
  const modules = new Set<string>()
  return {
    file: (path) => files.add(path),
    files: () => files,
    list: (directory) => listings.add(directory),
    module: (directory) => modules.add(directory),
    touchedBy: (path, relisted) =>
      files.has(path) ||
      (modules.has(directoryOf(path)) && IS_CONFIGURATION.test(path)) ||
      relisted.some((directory) => listings.has(directory) || modules.has(directory)),
  }
}

/** What a module's directory is read for. */
const IS_CONFIGURATION = /\.(tf|tofu)(\.json)?$/
