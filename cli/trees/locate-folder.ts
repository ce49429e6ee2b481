import { realpathSync, statSync } from 'node:fs'
import path from 'node:path'
import { ConfigurationError, type SourceTree } from '../../core/index.ts'
import { diskTree } from './disk-tree.ts'
import { topLevel } from './git.ts'

/** A folder within the tree that it belongs to: the git work tree around it, else the folder itself. */
export interface LocatedFolder {
  readonly root: string
  /** From the root, `''` for the root itself. */
  readonly below: string
  readonly tree: SourceTree
}

export function locateFolder(folder: string): LocatedFolder {
  const real = existingFolder(folder)
  const root = topLevel(real)
  return root === undefined
    ? wholeFolder(real)
    : { root, below: slashed(path.relative(root, real)), tree: diskTree(root) }
}

/** A folder as a tree of its own. */
export function wholeFolder(folder: string): LocatedFolder {
  const root = existingFolder(folder)
  return { root, below: '', tree: diskTree(root) }
}

export function isFolder(name: string): boolean {
  return statSync(name, { throwIfNoEntry: false })?.isDirectory() ?? false
}

function existingFolder(folder: string): string {
  if (!isFolder(folder)) throw new ConfigurationError(`"${folder}" is not a folder`)
  return realpathSync(folder)
}

function slashed(relative: string): string {
  return relative.split(path.sep).join('/')
}
