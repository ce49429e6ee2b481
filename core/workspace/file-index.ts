import type { FoundAt } from '../found-at-files.ts'
import type { InspectedProject } from '../inspect/inspect-project.ts'
import type { Entry } from './entry.ts'

/** What was found, by the files that it points into, and the files about which something else is known than before. */
export interface FileIndex {
  put(entry: Entry, files: ReadonlyMap<string, FoundAt>): void
  remove(entry: Entry): void
  /** Something else may be said about the file. */
  touch(path: string): void
  takeTouched(): ReadonlySet<string>
  paths(): Iterable<string>
  at(path: string): { readonly found: readonly FoundAt[]; readonly projects: readonly InspectedProject[] }
}

export function fileIndex(): FileIndex {
  const byFile = new Map<string, Set<Entry>>()
  let touched = new Set<string>()

  function remove(entry: Entry): void {
    for (const path of entry.files.keys()) {
      touched.add(path)
      const there = byFile.get(path)
      there?.delete(entry)
      if (there?.size === 0) byFile.delete(path)
    }
    entry.files = new Map()
  }

  return {
    remove,
    put(entry, files) {
      remove(entry)
      entry.files = files
      for (const path of files.keys()) {
        touched.add(path)
        const there = byFile.get(path)
        if (there) there.add(entry)
        else byFile.set(path, new Set([entry]))
      }
    },
    touch: (path) => touched.add(path),
    takeTouched() {
      const taken = touched
      touched = new Set()
      return taken
    },
    paths: () => byFile.keys(),
    at(path) {
      const entries = [...(byFile.get(path) ?? [])]
      return {
        found: entries.map(({ files }) => files.get(path)!),
        projects: entries.flatMap(({ inspected }) => inspected ?? []),
      }
    },
  }
}
