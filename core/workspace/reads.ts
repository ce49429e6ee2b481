import { directoryOf, joinPath, type SourceEntry, type SourceTree } from '../source/source-tree.ts'
import type { ReadWatch } from '../terraform/index.ts'

/** What evaluating a project read, and so which changes reach it. */
export interface ReadsOfProject extends ReadWatch {
  /** `relisted`: the directories whose entries are others than they were. */
  touchedBy(path: string, relisted: readonly string[]): boolean
  /** The files that it read, its own configuration apart. */
  files(): Iterable<string>
  /** The directories that it read as modules. */
  modules(): Iterable<string>
  /** Whether all of it says the same in two trees. */
  areAlikeIn(one: SourceTree, other: SourceTree): boolean
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
    modules: () => modules,
    touchedBy: (path, relisted) =>
      files.has(path) ||
      (IS_CONFIGURATION.test(path) && modules.has(directoryOf(path))) ||
      relisted.some((directory) => listings.has(directory) || modules.has(directory)),
    areAlikeIn(one, other) {
      // Modules that are fetched lie elsewhere for each tree.
      if (one.fetched || other.fetched) return false
      const isSame = (path: string) => one.read(path) === other.read(path)
      const isSameModule = (directory: string) => {
        const inOne = configurationIn(one.list(directory))
        const inOther = configurationIn(other.list(directory))
        return inOne.join() === inOther.join() && inOne.every((name) => isSame(joinPath(directory, name)))
      }
      return (
        [...files].every(isSame) &&
        [...modules].every(isSameModule) &&
        [...listings].every(
          (directory) => entriesOf(one.list(directory)) === entriesOf(other.list(directory)),
        )
      )
    },
  }
}

/** Whether any of them read a file, as one question for many files. */
export function readsOfAll(all: readonly ReadsOfProject[]): (path: string) => boolean {
  const files = new Set<string>()
  const modules = new Set<string>()
  for (const one of all) {
    for (const path of one.files()) files.add(path)
    for (const directory of one.modules()) modules.add(directory)
  }
  return (path) => files.has(path) || (IS_CONFIGURATION.test(path) && modules.has(directoryOf(path)))
}

/** The files that a project read and that may be manifests, as one text to compare. */
export function manifestsIn(read: ReadsOfProject): string {
  return [...read.files()]
    .filter((path) => /\.(?:ya?ml|json)$/.test(path))
    .sort()
    .join('\n')
}

function configurationIn(entries: readonly SourceEntry[]): readonly string[] {
  return entries.flatMap(({ name, kind }) => (kind === 'file' && IS_CONFIGURATION.test(name) ? [name] : []))
}

function entriesOf(entries: readonly SourceEntry[]): string {
  return JSON.stringify(entries.map(({ name, kind }) => [name, kind]))
}

/** What a module's directory is read for. */
const IS_CONFIGURATION = /\.(tf|tofu)(\.json)?$/
