import { lstatSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs'
import path from 'node:path'
import type { SourceEntry, SourceTree } from '../../core/index.ts'

/** Larger files are nobody's configuration. */
export const MAX_FILE_BYTES = 16 * 1024 * 1024

/**
 * The files below a folder, as they are now. A symbolic link is followed only to what lies in the folder too, and a
 * linked directory is not listed among the entries of its parent: links can neither lead out nor around in circles.
 */
export function diskTree(folder: string): SourceTree {
  const root = realpathSync(folder)
  const texts = new Map<string, string | undefined>()
  const directories = new Map<string, string>()
  const isInside = (real: string): boolean =>
    real === root || real.startsWith(root.endsWith(path.sep) ? root : root + path.sep)

  /** Links in the way of a folder are followed once for all the files in it. */
  const realDirectory = (directory: string): string => {
    const known = directories.get(directory)
    if (known !== undefined) return known
    const real = realpathSync(path.join(root, directory))
    directories.set(directory, real)
    return real
  }

  const realFile = (relative: string): string | undefined => {
    try {
      const named = path.join(realDirectory(path.dirname(relative)), path.basename(relative))
      const own = lstatSync(named)
      const real = own.isSymbolicLink() ? realpathSync(named) : named
      const stats = own.isSymbolicLink() ? statSync(real) : own
      return isInside(real) && stats.isFile() && stats.size <= MAX_FILE_BYTES ? real : undefined
    } catch (error) {
      if (isAbsent(error)) return undefined
      throw error
    }
  }

  return {
    read: (relative) => {
      if (!texts.has(relative)) {
        const real = realFile(relative)
        texts.set(relative, real === undefined ? undefined : textOfFile(real))
      }
      return texts.get(relative)
    },
    list: (directory) => {
      let found: readonly SourceEntry[]
      try {
        const real = realDirectory(directory)
        if (!isInside(real)) return []
        found = readdirSync(real, { withFileTypes: true }).flatMap((entry): SourceEntry[] => {
          if (entry.isDirectory()) return [{ name: entry.name, kind: 'directory' }]
          if (entry.isFile()) return [{ name: entry.name, kind: 'file' }]
          // One that leads nowhere or out of the folder is listed, so that whoever reads it says that it cannot be read.
          const isLink = entry.isSymbolicLink() && !isDirectory(path.join(real, entry.name))
          return isLink ? [{ name: entry.name, kind: 'file' }] : []
        })
      } catch (error) {
        if (isAbsent(error)) return []
        throw error
      }
      return [...found].sort((a, b) => (a.name < b.name ? -1 : 1))
    },
  }
}

function isDirectory(real: string): boolean {
  try {
    return statSync(real).isDirectory()
  } catch (error) {
    if (isAbsent(error)) return false
    throw error
  }
}

/** Undefined where it may not be read: whoever asks says so. */
function textOfFile(real: string): string | undefined {
  try {
    return textOf(readFileSync(real))
  } catch (error) {
    if (isAbsent(error)) return undefined
    throw error
  }
}

/** The text of a file's bytes; undefined for what is not text. */
export function textOf(bytes: Buffer): string | undefined {
  return bytes.includes(0) ? undefined : bytes.toString('utf8')
}

/** Not there, not readable, or a link that leads nowhere: for a review all the same. */
function isAbsent(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  return ['ENOENT', 'ENOTDIR', 'ELOOP', 'EACCES', 'EPERM', 'ENAMETOOLONG', 'EISDIR'].includes(String(code))
}
