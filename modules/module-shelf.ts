import {
  FETCHED_MODULES,
  type FetchedModule,
  joinPath,
  memoryTree,
  type SourceTree,
  type WantedModule,
} from '../core/index.ts'
import { bytesOf, type Package } from './package.ts'
import type { FoundModule } from './packages.ts'

/** The modules of one run: what was fetched, and what could not be. */
export interface ModuleShelf {
  has(wanted: WantedModule): boolean
  place(wanted: WantedModule, found: FoundModule): void
  refuse(wanted: WantedModule, because: string): void
  /** Of the text of all packages. */
  readonly bytes: number
  /** A tree with them laid into it, below `FETCHED_MODULES`; whatever a repository has there is hidden. */
  within(tree: SourceTree): SourceTree
}

export function moduleShelf(): ModuleShelf {
  const known = new Map<string, FetchedModule>()
  const folders = new Map<Package, string>()
  const trees = new Map<string, SourceTree>()
  let bytes = 0

  function folderOf({ name, files }: FoundModule): string {
    const there = folders.get(files)
    if (there !== undefined) return there
    const shown = name.replace(/^registry\.terraform\.io\//, '').replace(/[^\w.-]+/g, '-')
    let folder = shown
    for (let number = 2; trees.has(folder); number++) folder = `${shown}-${number}`
    folders.set(files, folder)
    trees.set(folder, memoryTree(Object.fromEntries(files)))
    bytes += bytesOf(files)
    return folder
  }

  /** The tree of the package that a path below `FETCHED_MODULES` is in, and its path there. */
  function inside(path: string): readonly [SourceTree | undefined, string] {
    const [folder = '', ...rest] = path.slice(FETCHED_MODULES.length + 1).split('/')
    return [trees.get(folder), rest.join('/')]
  }

  return {
    has: (wanted) => known.has(keyOf(wanted)),
    place(wanted, found) {
      const folder = joinPath(FETCHED_MODULES, folderOf(found))
      const directory = found.directory === '' ? folder : joinPath(folder, found.directory)
      known.set(keyOf(wanted), { kind: 'fetched', directory })
    },
    refuse(wanted, because) {
      known.set(keyOf(wanted), { kind: 'refused', because })
    },
    get bytes() {
      return bytes
    },
    within: (tree) => ({
      fetched: (source, version) => known.get(keyOf({ source, version })),
      read(path) {
        if (!isFetched(path)) return tree.read(path)
        const [files, rest] = inside(path)
        return files?.read(rest)
      },
      list(directory) {
        if (!isFetched(directory)) return tree.list(directory)
        const [files, rest] = inside(directory)
        return files?.list(rest) ?? []
      },
    }),
  }
}

function isFetched(path: string): boolean {
  return path === FETCHED_MODULES || path.startsWith(`${FETCHED_MODULES}/`)
}

function keyOf({ source, version }: WantedModule): string {
  return JSON.stringify([source, version ?? null])
}
