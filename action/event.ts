import { context } from '@actions/github'

/** What made the workflow run, as far as a review depends on it. */
export type Event =
  | PullRequestEvent
  /** The queue's commit, and the one it was put upon. */
  | { readonly kind: 'merge-group'; readonly base: string; readonly head: string }
  /** `before` is undefined where the branch is new, or was pushed over. */
  | { readonly kind: 'push'; readonly before: string | undefined; readonly head: string }
  /** Another workflow has ended: the only event that may post what somebody else's job has reported. */
  | CompletedRun
  | { readonly kind: 'other'; readonly head: string }

export interface PullRequestEvent {
  readonly kind: 'pull-request'
  readonly number: number
  /** The branch's last commit. */
  readonly head: string
  /** A tip of the base branch: good for finding the merge base, never for comparing with. */
  readonly baseTip: string
  /** What GitHub checks out: the head merged into the base, for most events. */
  readonly mergeCommit: string
}

export interface CompletedRun {
  readonly kind: 'workflow-run'
  /** The event that had started the completed run. */
  readonly startedBy: string
  readonly head: string
  /** Undefined where the fork is gone. */
  readonly headOwner: string | undefined
  readonly headBranch: string
  readonly run: Run
}

/** Which run wrote something: a later one is newer, whatever it finishes. */
export interface Run {
  readonly number: number
  readonly attempt: number
  /** Its page. */
  readonly url: string
}

/** Where this is, and why. */
export interface Situation {
  readonly event: Event
  readonly repository: { readonly owner: string; readonly repo: string }
  readonly serverUrl: string
  readonly run: Run
  readonly workspace: string
  /** A folder for this job's files. */
  readonly temporary: string
  readonly defaultBranch: string | undefined
}

const NO_COMMIT = /^0+$/

export function readSituation(env: NodeJS.ProcessEnv = process.env): Situation {
  const { payload, serverUrl, repo, runId, runNumber, runAttempt } = context
  const url = `${serverUrl}/${repo.owner}/${repo.repo}/actions/runs/${runId}`
  return {
    event: readEvent(),
    repository: repo,
    serverUrl,
    run: { number: runNumber || 0, attempt: runAttempt || 1, url },
    workspace: env.GITHUB_WORKSPACE ?? process.cwd(),
    temporary: env.RUNNER_TEMP ?? process.cwd(),
    defaultBranch: text(payload.repository?.default_branch),
  }
}

function readEvent(): Event {
  const { eventName, payload, sha } = context
  const pull = payload.pull_request
  if (pull) {
    return {
      kind: 'pull-request',
      number: pull.number,
      head: text(pull.head?.sha) ?? sha,
      baseTip: text(pull.base?.sha) ?? '',
      mergeCommit: sha,
    }
  }
  if (payload.merge_group)
    return { kind: 'merge-group', base: String(payload.merge_group.base_sha), head: sha }
  if (eventName === 'push') {
    const before = text(payload.before)
    const isKept = before !== undefined && !NO_COMMIT.test(before) && payload.forced !== true
    return { kind: 'push', before: isKept ? before : undefined, head: sha }
  }
  return payload.workflow_run ? completedRun(payload.workflow_run) : { kind: 'other', head: sha }
}

function completedRun(run: {
  readonly [field: string]: unknown
  readonly head_repository?: { readonly owner?: { readonly login?: unknown } } | null
}): CompletedRun {
  return {
    kind: 'workflow-run',
    startedBy: String(run.event),
    head: String(run.head_sha),
    headOwner: text(run.head_repository?.owner?.login),
    headBranch: String(run.head_branch),
    run: {
      number: Number(run.run_number) || 0,
      attempt: Number(run.run_attempt) || 1,
      url: String(run.html_url),
    },
  }
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** As commits are shown. */
export function shortCommit(sha: string): string {
  return sha.slice(0, 7)
}
