import { type SuggestedChange, suggestedChanges } from '../../core/index.ts'
import type { Analysis } from '../analyse.ts'
import { failureText, type GitHub, isGitHubFailure } from '../github/client.ts'
import type { PullFile } from '../github/pull-files.ts'
import { log } from '../log.ts'
import { embeddedPriceBook } from '../price-book.ts'
import { keyOf, markerLine, readKey } from './marker.ts'

/** GitHub refuses a whole review for one entry that does not fit, and people read no more. */
const MOST = 10

/** Where the changes are suggested. */
interface Target {
  readonly pull: number
  /** The branch's last commit. */
  readonly commit: string
  readonly files: readonly PullFile[]
}

/**
 * Suggests fixes on the lines of the diff, all in one review, each once. Whatever GitHub refuses is said in the log and
 * changes nothing.
 */
export async function offerFixes(github: GitHub, target: Target, analysis: Analysis): Promise<void> {
  const patches = patchesOf(target.files, analysis)
  if (patches.size === 0 || analysis.review.findings.new.length === 0) return
  try {
    const known = await knownKeys(github, target.pull)
    const changes = suggestedChanges({
      ...analysis.headSide,
      review: analysis.review,
      prices: embeddedPriceBook(),
      patches,
      most: MOST,
      except: (violation) => known.has(keyOf(violation)),
    })
    if (changes.length === 0) return
    await postReview(github, target, changes)
    log(`suggested ${changes.length} ${changes.length === 1 ? 'change' : 'changes'}`)
  } catch (error) {
    if (!isGitHubFailure(error)) throw error
    log(`no changes are suggested: ${failureText(error)}`)
  }
}

/** Of the files that were reviewed just as the branch has them: what was merged into others may have moved their lines. */
function patchesOf(files: readonly PullFile[], { headSide: { ids } }: Analysis): ReadonlyMap<string, string> {
  return new Map(
    files.flatMap(({ path, id, patch }) =>
      patch !== undefined && id !== null && ids.get(path) === id ? [[path, patch] as const] : [],
    ),
  )
}

/**
 * What was suggested before. Whoever wrote the comment: all that anybody can reach by a forged key is that a
 * suggestion is not made.
 */
async function knownKeys({ octokit, owner, repo }: GitHub, pull: number): Promise<ReadonlySet<string>> {
  const comments = await octokit.paginate(octokit.rest.pulls.listReviewComments, {
    owner,
    repo,
    pull_number: pull,
    per_page: 100,
  })
  return new Set(comments.flatMap(({ body }) => readKey(body) ?? []))
}

async function postReview(
  { octokit, owner, repo }: GitHub,
  { pull, commit }: Target,
  changes: readonly SuggestedChange[],
): Promise<void> {
  await octokit.rest.pulls.createReview({
    owner,
    repo,
    pull_number: pull,
    commit_id: commit,
    event: 'COMMENT',
    body: '',
    comments: changes.map(toComment),
    // A second try after an answer that was lost would be a second review.
    request: { isTriedOnce: true },
  })
}

function toComment(change: SuggestedChange) {
  const { path, firstLine, lastLine, body } = change
  return {
    path,
    side: 'RIGHT',
    line: lastLine,
    ...(firstLine < lastLine && { start_line: firstLine, start_side: 'RIGHT' }),
    body: markerLine(change) + body,
  }
}
