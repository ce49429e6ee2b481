import { type MergedChange, mergedChange, type PriceBook, reviewChange } from '../../core/index.ts'
import { askGit, git } from './git.ts'
import { gitTree } from './git-tree.ts'
import { withInstalledModules } from './installed-modules-tree.ts'
import type { LocatedFolder } from './locate-folder.ts'

/** Each is reviewed: more would take minutes. The latest count. */
const MOST_COMMITS = 40
/** What can change a cost or a tag. */
const RELEVANT = ['*.tf', '*.tf.json', '*.tofu', '*.tfvars', '*.yml', '*.yaml']

/**
 * The commits of the current branch, merges as one, that were made on these days and changed what costs: each is reviewed
 * against the one before it. None where there is no git.
 */
export function mergedChanges(
  { root, below, tree }: LocatedFolder,
  days: { readonly from: string; readonly last: string },
  prices: PriceBook,
): readonly MergedChange[] {
  if (askGit(root, ['rev-parse', '--verify', '--quiet', 'HEAD']) === undefined) return []
  const at = (commit: string) => ({
    label: commit.slice(0, 10),
    tree: withInstalledModules(gitTree(root, commit), tree),
  })
  return commitsIn(root, below, days).flatMap(({ commit, parent, day, title }) => {
    const review = reviewChange(at(parent), at(commit), { below, prices, failOn: 'none' })
    const change = mergedChange(review, { day, title, name: commit.slice(0, 10), url: undefined })
    return change.touched.length > 0 ? [change] : []
  })
}

interface Commit {
  readonly commit: string
  readonly parent: string
  readonly day: string
  readonly title: string
}

function commitsIn(
  root: string,
  below: string,
  { from, last }: { readonly from: string; readonly last: string },
): readonly Commit[] {
  const log = git(root, [
    '-c',
    'log.showSignature=false',
    'log',
    '--first-parent',
    `--max-count=${MOST_COMMITS}`,
    `--since=${from}T00:00:00Z`,
    `--until=${last}T23:59:59Z`,
    '--format=%H%x00%P%x00%ct%x00%s',
    'HEAD',
    '--',
    ...RELEVANT.map((name) => `:(top,glob)${below === '' ? '' : `${below}/`}**/${name}`),
  ])
  return log
    .toString('utf8')
    .split('\n')
    .filter(Boolean)
    .flatMap((line): Commit[] => {
      const [commit = '', parents = '', seconds, title = ''] = line.split('\0')
      const [parent] = parents.split(' ')
      // The first commit, and the end of a shallow clone, have nothing to be compared with.
      if (!parent || askGit(root, ['cat-file', '-e', `${parent}^{commit}`]) === undefined) return []
      return [{ commit, parent, title, day: new Date(Number(seconds) * 1000).toISOString().slice(0, 10) }]
    })
}
