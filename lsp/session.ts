import { resolveCommit } from '../cli/trees/git.ts'
import {
  type Baseline,
  baselineOf,
  ConfigurationError,
  createWorkspace,
  type PriceBook,
  type SourceTree,
  US_DOLLAR,
  type Workspace,
} from '../core/index.ts'
import type { WithFetched } from './fetched-modules.ts'
import { type FolderTree, folderTree } from './folder-tree.ts'
import { headTree } from './head-tree.ts'

/** One folder of the editor's workspace, as it is and as it is in git's `HEAD`. */
export interface Session {
  readonly folderUri: string
  readonly folder: FolderTree
  readonly workspace: Workspace
  /** What was said last about which file, so that it can be taken back. */
  readonly published: Set<string>
  /** The files about which something else is to be said. */
  readonly unpublished: Set<string>
  /** Whether everything was up to date once. */
  isLoaded: boolean
  /** Undefined until it is known, and where there is no `HEAD`. */
  baseline(): Baseline | undefined
  /** The tree of `HEAD`, for a whole review; undefined where there is none. */
  head(): { readonly label: string; readonly tree: SourceTree } | undefined
  /** Looks up what `HEAD` is, and costs it where that is news. True if the baseline became another. */
  updateBaseline(pause: () => Promise<void>): Promise<boolean>
}

export function openSession(
  folderUri: string,
  prices: PriceBook,
  trusted: boolean,
  withFetched: WithFetched = (tree) => tree,
): Session {
  const today = new Date().toISOString().slice(0, 10)
  const found = folderTree(folderUri, trusted)
  const folder = { ...found, tree: withFetched(found.tree) }
  const workspace = createWorkspace({ tree: folder.tree, below: folder.below, prices, today })
  let known: { readonly commit: string | undefined; readonly baseline: Baseline | undefined } | undefined

  const commitOfHead = (): string | undefined => {
    if (!trusted) return undefined
    try {
      return resolveCommit(folder.root, 'HEAD')
    } catch (error) {
      if (error instanceof ConfigurationError) return undefined
      throw error
    }
  }
  return {
    folderUri,
    folder,
    workspace,
    published: new Set(),
    unpublished: new Set(),
    isLoaded: false,
    baseline() {
      const { currency } = workspace.config().config.prices
      return known?.baseline?.currency === (currency?.code ?? US_DOLLAR) ? known.baseline : undefined
    },
    head() {
      const commit = commitOfHead()
      return commit === undefined
        ? undefined
        : { label: commit.slice(0, 10), tree: withFetched(headTree(folder.root, commit, folder.disk)) }
    },
    async updateBaseline(pause) {
      const commit = commitOfHead()
      if (known?.commit === commit && known) return false
      if (commit === undefined) {
        known = { commit, baseline: undefined }
        return true
      }
      const tree = withFetched(headTree(folder.root, commit, folder.disk))
      const before = createWorkspace({ tree, below: folder.below, prices, today, like: workspace })
      while (before.step()) await pause()
      known = { commit, baseline: baselineOf(before.inspection(), workspace.inspection().moves, 'HEAD') }
      return true
    },
  }
}
