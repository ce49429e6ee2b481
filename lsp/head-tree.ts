import { git } from '../cli/trees/git.ts'
import { gitTree } from '../cli/trees/git-tree.ts'
import { withInstalledModules } from '../cli/trees/installed-modules-tree.ts'
import { directoryOf, type SourceTree } from '../core/index.ts'

/** No program that the configuration names, and no submodule, is asked what is in a file. */
const NAMES_ONLY = [
  '--name-only',
  '--no-renames',
  '--no-ext-diff',
  '--no-textconv',
  '--ignore-submodules',
  '-z',
]

/**
 * The files of a commit. Those that are the same on disk are taken from there: they are at hand, and whoever has read
 * them before need not parse them again.
 */
export function headTree(root: string, commit: string, disk: SourceTree): SourceTree {
  const committed = gitTree(root, commit)
  const names = git(root, ['diff', ...NAMES_ONLY, commit])
    .toString('utf8')
    .split('\0')
  const changed = new Set(names)
  const isThere = (path: string): boolean => {
    const name = path.slice(path.lastIndexOf('/') + 1)
    return committed.list(directoryOf(path)).some((entry) => entry.name === name && entry.kind === 'file')
  }
  const tree: SourceTree = {
    list: committed.list,
    read: (path) => (changed.has(path) ? committed.read(path) : isThere(path) ? disk.read(path) : undefined),
  }
  return withInstalledModules(tree, disk)
}
