import { packageOf, type SourceTree } from '../core/index.ts'
import { withModules } from '../modules/with-modules.ts'

const QUIET = { step: () => undefined, end: () => undefined }

/** Lays modules that were fetched over a tree: of a folder as it is, and of the same in `HEAD`. */
export type WithFetched = (tree: SourceTree) => SourceTree

/** Fetches the modules that a folder calls and lacks, from the hosts that its `ascribe.yml` allows. */
export async function fetchInto(tree: SourceTree, below: string): Promise<WithFetched> {
  const [grown] = await withModules([tree], { judge: tree, below, fetch: true, progress: QUIET })
  return (other) => ({
    ...other,
    read: (path) => (packageOf(path) === undefined ? other.read(path) : grown!.read(path)),
    list: (directory) =>
      packageOf(`${directory}/`) === undefined ? other.list(directory) : grown!.list(directory),
    fetched: grown!.fetched,
  })
}
