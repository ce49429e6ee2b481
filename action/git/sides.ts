import type { Event, PullRequestEvent, Situation } from '../event.ts'
import type { GitHub } from '../github/client.ts'
import { compareMergeBase } from '../github/compare.ts'
import { ask, askLine } from './ask.ts'
import { isCommit, isShallow, parentsOf } from './commits.ts'

/** The two commits that a review compares. */
export interface Sides {
  readonly base: string
  readonly head: string
  /** The commit that a reader knows the head by. */
  readonly shownHead: string
  /** How the base was found: `merge base`. */
  readonly baseIs: string
}

/**
 * Which commits to compare. Never the base branch's tip with the head: a branch that is behind would then show what
 * its base has gained as reversed costs.
 */
export async function findSides(
  { event, defaultBranch }: Situation,
  folder: string,
  github: GitHub | undefined,
): Promise<Sides | undefined> {
  if (event.kind === 'pull-request') return sidesOfPull(event, folder, github)
  const sides = await baseOf(event, folder, github, defaultBranch)
  return sides && { ...sides, shownHead: sides.head }
}

async function sidesOfPull(
  { head, baseTip, mergeCommit }: PullRequestEvent,
  folder: string,
  github: GitHub | undefined,
): Promise<Sides | undefined> {
  const checkedOut = askLine(folder, 'rev-parse', '--verify', '--quiet', 'HEAD')
  if (isCommit(checkedOut) && checkedOut === mergeCommit) {
    const [first, second, ...more] = parentsOf(folder, checkedOut)
    if (first && second === head && more.length === 0)
      return { base: first, head: checkedOut, shownHead: head, baseIs: 'parent of the merge commit' }
  }
  const base = await mergeBaseOf(folder, github, baseTip, head)
  return base === undefined ? undefined : { base, head, shownHead: head, baseIs: 'merge base' }
}

async function baseOf(
  event: Exclude<Event, PullRequestEvent>,
  folder: string,
  github: GitHub | undefined,
  defaultBranch: string | undefined,
): Promise<Omit<Sides, 'shownHead'> | undefined> {
  const { head } = event
  if (event.kind === 'merge-group') return { base: event.base, head, baseIs: 'base of the merge group' }
  if (event.kind === 'push' && event.before) return { base: event.before, head, baseIs: 'before the push' }
  if (defaultBranch === undefined) return undefined
  const base = await mergeBaseOf(folder, github, defaultBranch, head)
  return base === undefined ? undefined : { base, head, baseIs: `merge base with ${defaultBranch}` }
}

/** By git where it has the whole history, else by the API. */
async function mergeBaseOf(
  folder: string,
  github: GitHub | undefined,
  from: string,
  head: string,
): Promise<string | undefined> {
  if (!isShallow(folder))
    for (const name of isCommit(from) ? [from] : [`refs/remotes/origin/${from}`, `refs/heads/${from}`]) {
      const found = ask(folder, 'merge-base', '--', name, head)?.trim()
      if (isCommit(found)) return found
    }
  return github && (await compareMergeBase(github, from, head))
}
