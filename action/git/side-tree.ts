import { gitTree } from '../../cli/trees/git-tree.ts'
import type { SourceTree } from '../../core/index.ts'
import { apiTree } from '../github/api-tree.ts'
import type { GitHub } from '../github/client.ts'
import { ask } from './ask.ts'
import { haveCommit } from './commits.ts'

/** The files of a commit, and what tells two versions of one apart. */
export interface SideTree {
  readonly tree: SourceTree
  /** Path → id of its content. */
  readonly ids: ReadonlyMap<string, string>
}

/** A commit's files: from git, which may have to fetch them; else from the API. Nothing is checked out. */
export async function sideTree(
  folder: string,
  commit: string,
  github: GitHub | undefined,
): Promise<SideTree | undefined> {
  if (haveCommit(folder, commit)) return { tree: gitTree(folder, commit), ids: idsOf(folder, commit) }
  return github && (await apiTree(github, commit, folder))
}

function idsOf(folder: string, commit: string): ReadonlyMap<string, string> {
  const ids = new Map<string, string>()
  for (const row of (ask(folder, 'ls-tree', '-r', '-z', '--full-tree', commit) ?? '').split('\0')) {
    const tab = row.indexOf('\t')
    if (tab > 0) ids.set(row.slice(tab + 1), row.slice(0, tab).split(' ')[2]!)
  }
  return ids
}

/** Paths that are not the same on both sides. */
export function changedPaths(base: SideTree, head: SideTree): ReadonlySet<string> {
  const changed = new Set<string>()
  for (const [path, id] of head.ids) if (base.ids.get(path) !== id) changed.add(path)
  for (const path of base.ids.keys()) if (!head.ids.has(path)) changed.add(path)
  return changed
}
