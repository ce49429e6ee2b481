import { directoryOf, type SourceEntry, type SourceTree } from './source-tree.ts'

/** A tree whose directories are listed once, until something in them is said to have changed. */
export interface RememberedListings extends SourceTree {
  /** Lists the directory of a file anew; gives the directories whose entries are others now, nearest first. */
  forget(path: string): readonly string[]
}

export function rememberedListings(tree: SourceTree): RememberedListings {
  const listings = new Map<string, readonly SourceEntry[]>()
  const list = (directory: string): readonly SourceEntry[] => {
    const known = listings.get(directory)
    if (known) return known
    const entries = tree.list(directory)
    listings.set(directory, entries)
    return entries
  }
  return {
    read: (path) => tree.read(path),
    list,
    fetched: tree.fetched,
    forget(path) {
      const changed: string[] = []
      // A directory may go with all that is in it.
      if (!isFile(listings.get(directoryOf(path)), path))
        for (const inside of [...listings.keys()])
          if (inside === path || inside.startsWith(`${path}/`)) {
            listings.delete(inside)
            changed.push(inside)
          }
      // A file may come with the directories around it.
      for (let directory = directoryOf(path); ; directory = directoryOf(directory)) {
        const before = listings.get(directory)
        listings.delete(directory)
        const isSame = before !== undefined && sameEntries(before, list(directory))
        if (before && !isSame) changed.push(directory)
        if (isSame || directory === '') return changed
      }
    },
  }
}

function isFile(entries: readonly SourceEntry[] | undefined, path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1)
  return entries?.some((entry) => entry.kind === 'file' && entry.name === name) ?? false
}

function sameEntries(before: readonly SourceEntry[], after: readonly SourceEntry[]): boolean {
  return (
    before.length === after.length &&
    before.every(({ name, kind }, index) => name === after[index]!.name && kind === after[index]!.kind)
  )
}
