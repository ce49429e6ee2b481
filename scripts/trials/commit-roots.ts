import { posix } from 'node:path'
import { git } from './git-mirror.ts'

/** Text that a configuration may read; images, archives and the repositories' web sites are left out. */
export function isSource(path: string): boolean {
  return !/^website\/|\.(png|jpe?g|gif|svg|webp|ico|zip|gz|jar|ipynb|csv|parquet|mp4|pdf|woff2?|lock)$/i.test(
    path,
  )
}

/** The folders with changed Terraform files that configure a provider, at most six. */
export function touchedRoots(mirror: string, hash: string): readonly string[] {
  const changed = git(mirror, ['diff', '--name-only', `${hash}^1`, hash, '--', '*.tf', '*.tfvars'])
  const folders = new Set(
    changed
      .toString()
      .split('\n')
      .filter(Boolean)
      .map((path) => posix.dirname(path)),
  )
  return [...folders].filter((folder) => configuresProvider(mirror, hash, folder)).slice(0, 6)
}

function configuresProvider(mirror: string, hash: string, folder: string): boolean {
  return [hash, `${hash}^1`].some((revision) => {
    const listing = git(mirror, ['ls-tree', '--name-only', revision, folder === '.' ? './' : `${folder}/`])
    return listing
      .toString()
      .split('\n')
      .filter((path) => path.endsWith('.tf'))
      .some((path) => /^\s*provider\s+"/m.test(git(mirror, ['show', `${revision}:${path}`]).toString()))
  })
}
