import type { ProjectSpec } from '../terraform/index.ts'
import { type Entry, entryOf } from './entry.ts'

/** The root modules of a workspace. */
export interface RootEntries {
  all(): readonly Entry[]
  get(spec: ProjectSpec): Entry | undefined
  /** The root modules from now on; those that are new, and those that are gone. */
  set(specs: readonly ProjectSpec[]): { readonly made: readonly Entry[]; readonly gone: readonly Entry[] }
  /** Those that read a file. */
  readers(path: string): readonly Entry[]
}

export function rootEntries(): RootEntries {
  let entries = new Map<string, Entry>()
  return {
    all: () => [...entries.values()],
    get: (spec) => entries.get(keyOf(spec)),
    set(specs) {
      const before = entries
      const made: Entry[] = []
      entries = new Map()
      for (const spec of specs) {
        const key = keyOf(spec)
        const known = before.get(key)
        const entry = known ?? entryOf(spec)
        if (!known) made.push(entry)
        before.delete(key)
        entries.set(key, entry)
      }
      return { made, gone: [...before.values()] }
    },
    readers: (path) => [...entries.values()].filter(({ reads }) => reads.touchedBy(path, [])),
  }
}

function keyOf(spec: ProjectSpec): string {
  return JSON.stringify(spec)
}
