import {
  byStakes,
  type CommentOptions,
  markdownComment,
  markdownNoChange,
  type Review,
  toDollars,
  type Violation,
  violations,
} from '../../core/index.ts'
import type { LineLink } from '../diff-lines.ts'
import type { Inputs } from '../inputs.ts'
import { whatToSay } from './decide.ts'
import { readResolved, rememberLine } from './remembered.ts'

/** What the comment and the summary are about. */
export interface Subject {
  readonly review: Review
  readonly isRelevant: boolean
  /** Files that the change leaves unreadable. */
  readonly broken: Review['problems']
  readonly baseIs: string | undefined
  /** Short commit. */
  readonly head: string
  readonly link: LineLink
  readonly reportUrl: string
  /** A sentence about where the figures come from, where that is not here. */
  readonly origin: string | undefined
}

/** GitHub takes 65,536 UTF-16 units; the rest is for the marker, what is remembered and a stale comment's error. */
const COMMENT_LIMIT = 60_000
/** Of 1 MiB, in UTF-16 units of three bytes at most. */
const SUMMARY_LIMIT = 300_000

/** The whole report, for the job's page. */
export function composeSummary(subject: Subject, { commentId }: Inputs): string {
  return markdownComment(subject.review, { ...optionsOf(subject, commentId), limit: SUMMARY_LIMIT }, 'ample')
}

/** What the comment is to say, given what it says now; undefined to leave it, or not to make one. */
export function composeComment(
  subject: Subject,
  inputs: Inputs,
  previous: string | undefined,
): string | undefined {
  const { review, broken, isRelevant } = subject
  const complaints = complaintsOf(review)
  const saying = whatToSay(
    {
      isRelevant,
      movesMoney: review.resources.some(({ cost }) => cost.delta !== 0),
      change: Math.abs(toDollars(review.total.delta)),
      isWrong: review.verdict.status === 'fail' || complaints.length > 0 || broken.length > 0,
    },
    inputs.comment,
    inputs.commentThreshold,
    previous !== undefined,
  )
  if (saying === 'nothing') return undefined
  const resolved =
    previous === undefined || complaints.length > 0 ? undefined : readResolved(previous, subject.head)
  const options: CommentOptions = {
    ...optionsOf(subject, inputs.commentId),
    limit: COMMENT_LIMIT,
    ...(resolved && { resolved }),
  }
  const text = saying === 'short' ? markdownNoChange(review, options) : markdownComment(review, options)
  return text + (resolved ? rememberLine(resolved.violations, resolved.since) : rememberLine(complaints))
}

/** How large a change has to be is what comment-threshold says: growth alone is nothing to be fixed. */
function complaintsOf({ findings }: Review): readonly Violation[] {
  return violations(findings.new)
    .filter(({ severity, ruleId }) => severity !== 'hint' && ruleId !== 'growth')
    .sort(byStakes)
}

function optionsOf(
  { link, reportUrl, baseIs, broken, origin }: Subject,
  commentId: string,
): Omit<CommentOptions, 'limit'> {
  const docsUrl = docsAddress(process.env)
  return {
    colour: false,
    width: 80,
    link,
    reportUrl,
    broken,
    today: new Date().toISOString().slice(0, 10),
    ...(commentId !== 'default' && { name: commentId }),
    ...(baseIs !== undefined && { baseIs }),
    ...(origin !== undefined && { origin }),
    ...(docsUrl !== undefined && { docsUrl }),
  }
}

/** The page of the very version that ran; unknown where the action is used from its own repository. */
function docsAddress({
  GITHUB_SERVER_URL: server,
  GITHUB_ACTION_REPOSITORY: repository,
  GITHUB_ACTION_REF: ref,
}: NodeJS.ProcessEnv): string | undefined {
  if (!server || !repository || !ref || !/^[\w.-]+\/[\w.-]+$/.test(repository)) return undefined
  return `${server}/${repository}/blob/${encodeURIComponent(ref)}/docs/action.md`
}
