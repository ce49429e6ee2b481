import { joinPath, type SourceTree } from '../../core/index.ts'

/**
 * A commit's files, with what `terraform init` has installed in the work tree laid over them: installed modules are
 * never committed, and both sides of a review need them.
 */
export function withInstalledModules(committed: SourceTree, workTree: SourceTree): SourceTree {
  const isInstalled = (path: string): boolean => /(^|\/)\.terraform(\/|$)/.test(path)
  return {
    read: (path) => (isInstalled(path) ? workTree : committed).read(path),
    list: (directory) => {
      if (isInstalled(directory)) return workTree.list(directory)
      const entries = committed.list(directory)
      const installed = workTree.list(joinPath(directory, '.terraform')).length > 0
      return installed ? [...entries, { name: '.terraform', kind: 'directory' }] : entries
    },
  }
}
