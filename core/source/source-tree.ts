import type { ChartRenderer } from './chart.ts'

/**
 * The files under review, and the only way core reaches them. Paths are relative to the tree's root, separated by
 * `/`, without `.`, `..` or a leading `/`; the root itself is `''`. A tree cannot name anything outside itself, so
 * nothing a hostile configuration asks for can be read from elsewhere.
 */
export interface SourceTree {
  /** The file's text, or undefined where there is no such (text) file. */
  read(path: string): string | undefined
  /** What lies in a directory, sorted by name; empty where there is no such directory. */
  list(directory: string): readonly SourceEntry[]
  /** Renders a chart of this tree; absent where no `helm` may be run. Core runs nothing itself. */
  readonly renderChart?: ChartRenderer
  /**
   * What has become of a module that a front end was to fetch, by the `source` and `version` that a call writes;
   * undefined where nobody asked for it. It is no file: nothing in a repository can put a module here.
   */
  readonly fetched?: ((source: string, version: string | undefined) => FetchedModule | undefined) | undefined
}

export type FetchedModule =
  /** Its directory is below `FETCHED_MODULES`. */
  | { readonly kind: 'fetched'; readonly directory: string }
  | { readonly kind: 'refused'; readonly because: string }

/** The directory of the tree that fetched modules are laid into, each in a folder of its own. */
export const FETCHED_MODULES = '.terraform/modules/@fetched'

/** The directory of what stands in for modules that cannot be had. Nothing of it is in any tree. */
export const KNOWN_MODULES = '.terraform/modules/@known'

/** The folder of the fetched package that a path lies in; undefined for what is the tree's own. */
export function packageOf(path: string): string | undefined {
  if (!path.startsWith(`${FETCHED_MODULES}/`)) return undefined
  const end = path.indexOf('/', FETCHED_MODULES.length + 1)
  return end < 0 ? path : path.slice(0, end)
}

export interface SourceEntry {
  readonly name: string
  readonly kind: 'file' | 'directory'
}

/**
 * The path that `relative` means when it is written in a file of `directory`, or undefined where it leaves the tree
 * or is absolute.
 */
export function resolvePath(directory: string, relative: string): string | undefined {
  if (relative.startsWith('/') || relative.includes('\0')) return undefined
  const parts: string[] = directory === '' ? [] : directory.split('/')
  for (const part of relative.split('/')) {
    if (part === '' || part === '.') continue
    if (part !== '..') parts.push(part)
    else if (parts.pop() === undefined) return undefined
  }
  return parts.join('/')
}

export function joinPath(directory: string, name: string): string {
  return directory === '' ? name : `${directory}/${name}`
}

export function directoryOf(path: string): string {
  const slash = path.lastIndexOf('/')
  return slash < 0 ? '' : path.slice(0, slash)
}

/** A tree of the files in an object literal: path → text. */
export function memoryTree(files: Readonly<Record<string, string>>): SourceTree {
  const texts = new Map(Object.entries(files))
  const directories = new Map<string, Map<string, SourceEntry>>()
  for (const path of texts.keys()) {
    let directory = ''
    const parts = path.split('/')
    parts.forEach((name, index) => {
      const kind = index === parts.length - 1 ? 'file' : 'directory'
      const entries = directories.get(directory) ?? new Map<string, SourceEntry>()
      directories.set(directory, entries.set(name, { name, kind }))
      directory = joinPath(directory, name)
    })
  }
  return {
    read: (path) => texts.get(path),
    list: (directory) =>
      [...(directories.get(directory)?.values() ?? [])].sort((a, b) => (a.name < b.name ? -1 : 1)),
  }
}
