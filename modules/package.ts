import { resolvePath } from '../core/index.ts'
import { FetchFailure } from './fetch-failure.ts'
import { LIMITS } from './limits.ts'

/** The text files of a fetched package: path from its root → text. It is never laid out on disk. */
export type Package = ReadonlyMap<string, string>

/** Collects a package's files within bounds, whatever it is packed in. */
export interface PackageBuilder {
  /** Throws a `FetchFailure` where the path leaves the package or the package grows too large. */
  add(path: string, bytes: Buffer): void
  readonly files: Package
}

export function packageBuilder(): PackageBuilder {
  const files = new Map<string, string>()
  let seen = 0
  let total = 0
  return {
    files,
    add(path, bytes) {
      const inside = path.includes('\\') ? undefined : resolvePath('', path)
      if (!inside) throw new FetchFailure(`the archive holds "${path}", which lies outside of it`)
      if (++seen > LIMITS.packageFiles)
        throw new FetchFailure(`the package has more than ${LIMITS.packageFiles} files`)
      if (bytes.length > LIMITS.fileBytes || bytes.includes(0)) return
      total += bytes.length
      if (total > LIMITS.packageBytes) throw tooLarge()
      files.set(inside, bytes.toString('utf8'))
    },
  }
}

export function tooLarge(): FetchFailure {
  return new FetchFailure(`the package has more than ${LIMITS.packageBytes / 1024 / 1024} MiB`)
}

export function bytesOf(files: Package): number {
  let bytes = 0
  for (const text of files.values()) bytes += text.length
  return bytes
}

/**
 * The directory of a package that a `//` names. A `*` stands for the only directory there, as in the address of a
 * GitHub archive, whose one directory has the commit in its name.
 */
export function directoryIn(files: Package, subdirectory: string): string {
  let directory = ''
  for (const part of subdirectory.split('/').filter(Boolean)) {
    const prefix = directory === '' ? '' : `${directory}/`
    const name = part === '*' ? onlyDirectory(files, prefix) : part
    directory = prefix + name
  }
  const prefix = `${directory}/`
  if (directory === '' || [...files.keys()].some((path) => path.startsWith(prefix))) return directory
  throw new FetchFailure(`there is no directory "${directory}" in it`)
}

function onlyDirectory(files: Package, prefix: string): string {
  const names = new Set<string>()
  for (const path of files.keys()) {
    const end = path.indexOf('/', prefix.length)
    if (path.startsWith(prefix) && end > 0) names.add(path.slice(prefix.length, end))
  }
  const [name] = names
  if (name !== undefined && names.size === 1) return name
  throw new FetchFailure(`"*" has to be the only directory there, and ${names.size} are`)
}
