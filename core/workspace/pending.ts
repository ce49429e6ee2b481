import type { Entry } from './entry.ts'

/** Whether a project is near to what somebody looks at: by its folder, and by what it read when it was opened last. */
export type Nearness = (root: string, hasRead: (path: string) => boolean) => boolean

/** What is near to files: the projects whose folders they are in, and those that read them. */
export function nearTo(files: readonly string[]): Nearness {
  return (root, hasRead) =>
    files.some((path) => path.startsWith(root === '' ? '' : `${root}/`) || hasRead(path))
}

/** The entries that are not up to date. */
export interface Pending extends Iterable<Entry> {
  /** Also when the entry is there already and has read something else. */
  add(entry: Entry): void
  delete(entry: Entry): void
  has(entry: Entry): boolean
  areAllOpened(): boolean
  hasNear(near: Nearness): boolean
  /** A near one if any is ready, else any. */
  next(near: Nearness, isReady: (entry: Entry) => boolean): Entry | undefined
}

export function pendingEntries(): Pending {
  const entries = new Set<Entry>()
  /** Those that `judge` said are not near: of many entries none is asked about at every step. */
  let far = new WeakSet<Entry>()
  let judge: Nearness | undefined

  function isNear(entry: Entry, near: Nearness): boolean {
    if (near !== judge) {
      judge = near
      far = new WeakSet()
    }
    if (far.has(entry)) return false
    const answer = near(entry.spec.root, (path) => hasRead(entry, path))
    if (!answer) far.add(entry)
    return answer
  }

  return {
    [Symbol.iterator]: () => entries[Symbol.iterator](),
    add(entry) {
      entries.add(entry)
      far.delete(entry)
    },
    delete: (entry) => entries.delete(entry),
    has: (entry) => entries.has(entry),
    areAllOpened() {
      for (const { opened } of entries) if (!opened) return false
      return true
    },
    hasNear(near) {
      for (const entry of entries) if (isNear(entry, near)) return true
      return false
    },
    next(near, isReady) {
      let next: Entry | undefined
      for (const entry of entries) {
        if (!isReady(entry)) continue
        next ??= entry
        if (isNear(entry, near)) return entry
      }
      return next
    },
  }
}

/** Of a set of manifests, the files that its objects are written in: its folder may be an overlay of others. */
function hasRead({ reads, opened }: Entry, path: string): boolean {
  if (opened?.kind === 'manifests')
    return opened.loaded.resources.some(({ range }) => range.source.path === path)
  return reads.touchedBy(path, [])
}
