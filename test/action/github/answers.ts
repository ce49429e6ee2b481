import { execFileSync } from 'node:child_process'
import type { Account, Comment, GitHubState, Issue, LineComment, PullRequest } from './state.ts'

/** A request, after the description found nothing wrong with it. */
export interface Call {
  readonly state: GitHubState
  readonly parameters: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, string>>
  readonly body: unknown
  readonly account: Account
  /** Where the API is reached, for links. */
  readonly url: string
}

export interface Answer {
  readonly status: number
  readonly body?: unknown
  /** How many items there are in all, where the body is one page of them. */
  readonly total?: number
}

const LONGEST_COMMENT = 65_536
const FILES_COMPARED = 300
const FILES_LISTED = 3_000

const NOT_FOUND: Answer = { status: 404, body: { message: 'Not Found' } }
const FORBIDDEN: Answer = { status: 403, body: { message: 'Resource not accessible by integration' } }

/** What GitHub answers, with the rules that its description does not have. */
export const ANSWERS: Readonly<Record<string, (call: Call) => Answer>> = {
  'issues/list-comments': (call) =>
    paged(
      call,
      call.state.comments
        .filter(({ issue }) => String(issue) === call.parameters.issue_number)
        .sort((a, b) => a.id - b.id)
        .map((comment) => shownComment(call, comment)),
    ),

  'issues/create-comment': (call) =>
    writing(call, () => {
      const { body } = call.body as { body: string }
      if (body.length > LONGEST_COMMENT) return tooLong()
      const comment: Comment = {
        id: call.state.nextCommentId++,
        issue: Number(call.parameters.issue_number),
        author: call.account.login,
        body,
      }
      call.state.comments.push(comment)
      return { status: 201, body: shownComment(call, comment) }
    }),

  'issues/update-comment': (call) =>
    writing(call, () => {
      const comment = findComment(call)
      if (!comment) return NOT_FOUND
      const { body } = call.body as { body: string }
      if (body.length > LONGEST_COMMENT) return tooLong()
      comment.body = body
      return { status: 200, body: shownComment(call, comment) }
    }),

  'issues/delete-comment': (call) =>
    writing(call, () => {
      const comment = findComment(call)
      if (!comment) return NOT_FOUND
      call.state.comments.splice(call.state.comments.indexOf(comment), 1)
      return { status: 204 }
    }),

  'issues/list-for-repo': (call) => {
    const { state = 'open', creator } = call.query
    const found = issuesOf(call).filter(
      (issue) =>
        (state === 'all' || issue.state === state) && (creator === undefined || issue.author === creator),
    )
    // The newest first, unless it is asked for otherwise.
    return paged(
      call,
      found.toReversed().map((issue) => shownIssue(call, issue)),
    )
  },

  'issues/create': (call) =>
    writing(call, () => {
      const { title, body = '' } = call.body as { title: string; body?: string }
      if (body.length > LONGEST_COMMENT) return tooLong()
      const issue: Issue = {
        number: Math.max(call.state.pulls[0]?.number ?? 0, ...issuesOf(call).map(({ number }) => number)) + 1,
        author: call.account.login,
        title,
        body,
        state: 'open',
      }
      issuesOf(call).push(issue)
      return { status: 201, body: shownIssue(call, issue) }
    }),

  'issues/update': (call) =>
    writing(call, () => {
      const issue = issuesOf(call).find(({ number }) => String(number) === call.parameters.issue_number)
      if (!issue) return NOT_FOUND
      const { title, body, state, state_reason } = call.body as {
        title?: string
        body?: string
        state?: Issue['state']
        state_reason?: string
      }
      if ((body ?? '').length > LONGEST_COMMENT) return tooLong()
      issue.title = title ?? issue.title
      issue.body = body ?? issue.body
      issue.state = state ?? issue.state
      issue.reason = state_reason ?? issue.reason
      return { status: 200, body: shownIssue(call, issue) }
    }),

  'pulls/list': (call) => {
    const { head, state = 'open' } = call.query
    const found = call.state.pulls.filter(
      (pull) =>
        (state === 'all' || pull.state === state) &&
        (head === undefined || head === `${pull.headOwner}:${pull.headRef}`),
    )
    return paged(
      call,
      found.map((pull) => shownPull(call, pull)),
    )
  },

  'pulls/list-files': (call) => {
    const pull = call.state.pulls.find(({ number }) => String(number) === call.parameters.pull_number)
    if (!pull) return NOT_FOUND
    return paged(
      call,
      pull.files.slice(0, FILES_LISTED).map(({ filename, sha, patch }) => ({
        filename,
        sha,
        status: 'modified',
        ...(patch === undefined ? {} : { patch }),
      })),
    )
  },

  'pulls/list-review-comments': (call) =>
    paged(
      call,
      call.state.reviews
        .filter(({ pull }) => String(pull) === call.parameters.pull_number)
        .flatMap(({ id, author, comments }) =>
          comments.map((comment, at) => ({
            ...comment,
            id: id * 100 + at,
            pull_request_review_id: id,
            user: { login: author },
          })),
        ),
    ),

  'pulls/create-review': (call) =>
    writing(call, () => {
      const pull = call.state.pulls.find(({ number }) => String(number) === call.parameters.pull_number)
      if (!pull) return NOT_FOUND
      const { body = '', event = 'PENDING', commit_id = '', comments = [] } = call.body as ReviewRequest
      const errors = comments.flatMap((comment) => wrongPlace(comment, pull))
      if (errors.length > 0) return { status: 422, body: { message: 'Unprocessable Entity', errors } }
      const id = call.state.reviews.length + 1
      call.state.reviews.push({
        id,
        pull: pull.number,
        author: call.account.login,
        body,
        event,
        commit: commit_id,
        comments,
      })
      return { status: 200, body: { id, body, user: { login: call.account.login }, state: 'COMMENTED' } }
    }),

  'repos/compare-commits-with-basehead': ({ state, parameters }) => {
    const [base = '', head = ''] = parameters.basehead!.split('...')
    const mergeBase = git(state, 'merge-base', base, head)
    if (mergeBase === undefined) return NOT_FOUND
    const files = git(state, 'diff', '--name-only', mergeBase, head)?.split('\n').filter(Boolean) ?? []
    return {
      status: 200,
      body: {
        base_commit: { sha: git(state, 'rev-parse', base) },
        merge_base_commit: { sha: mergeBase },
        files: files.slice(0, FILES_COMPARED).map((filename) => ({ filename, status: 'modified' })),
      },
    }
  },

  'git/get-tree': ({ state, parameters }) => {
    const rows = git(state, 'ls-tree', '-r', '-t', '-l', '-z', parameters.tree_sha!)
    if (rows === undefined) return NOT_FOUND
    const tree = rows.split('\0').flatMap((row) => {
      const [, mode, type, sha, size, path] = /^(\d+) (\w+) (\w+) +(\S+)\t(.*)$/s.exec(row) ?? []
      return path === undefined
        ? []
        : [{ path, mode, type, sha, ...(type === 'blob' && { size: Number(size) }) }]
    })
    return { status: 200, body: { sha: parameters.tree_sha, tree, truncated: false } }
  },

  'git/get-blob': ({ state, parameters }) => {
    const sha = parameters.file_sha!
    const content = gitBytes(state, 'cat-file', 'blob', sha)
    if (content === undefined) return NOT_FOUND
    return {
      status: 200,
      body: { sha, encoding: 'base64', content: content.toString('base64'), size: content.length },
    }
  },
}

interface ReviewRequest {
  readonly body?: string
  readonly event?: string
  readonly commit_id?: string
  readonly comments?: readonly LineComment[]
}

/** GitHub's words for a comment that is not on lines of one hunk: the whole review is refused for it. */
function wrongPlace(
  { path, line, start_line, body }: LineComment,
  { files }: PullRequest,
): readonly string[] {
  const wrong: string[] = []
  const hunks = hunksIn(files.find(({ filename }) => filename === path)?.patch ?? '')
  const hunk = hunks.find((lines) => line !== undefined && lines.has(line))
  if (!hunk) wrong.push('Pull request review thread line must be part of the diff')
  if (start_line !== undefined && line !== undefined) {
    if (start_line >= line) wrong.push('Pull request review thread start line must precede the end line.')
    if (!hunk?.has(start_line))
      wrong.push('Pull request review thread start line must be part of the same hunk as the line.')
  }
  if (body.length > LONGEST_COMMENT) wrong.push('Body is too long')
  return wrong
}

/** The line numbers of the right side that each hunk of a patch shows. */
function hunksIn(patch: string): readonly ReadonlySet<number>[] {
  return patch
    .split(/^(?=@@ )/m)
    .filter((hunk) => hunk.startsWith('@@ '))
    .map((hunk) => {
      const [head = '', ...lines] = hunk.split('\n')
      const start = Number(/\+(\d+)/.exec(head)?.[1])
      const right = lines.filter((line) => /^[+ ]/.test(line))
      return new Set(right.map((_, at) => start + at))
    })
}

function writing({ account }: Call, write: () => Answer): Answer {
  if (account.permission === 'none') return NOT_FOUND
  return account.permission === 'read' ? FORBIDDEN : write()
}

function tooLong(): Answer {
  const error = {
    resource: 'IssueComment',
    code: 'unprocessable',
    field: 'data',
    message: 'Body is too long',
  }
  return { status: 422, body: { message: 'Validation Failed', errors: [error] } }
}

function findComment({ state, parameters }: Call): Comment | undefined {
  return state.comments.find(({ id }) => String(id) === parameters.comment_id)
}

function shownComment({ state, url }: Call, { id, issue, author, body }: Comment): unknown {
  const repository = `${state.owner}/${state.repo}`
  return {
    id,
    body,
    user: { login: author, type: author.endsWith('[bot]') ? 'Bot' : 'User' },
    html_url: `https://github.example/${repository}/pull/${issue}#issuecomment-${id}`,
    issue_url: `${url}/repos/${repository}/issues/${issue}`,
    author_association: 'CONTRIBUTOR',
  }
}

function issuesOf({ state }: Call): Issue[] {
  if (!state.issues) throw new Error('this scenario has no issues')
  return state.issues
}

function shownIssue(
  { state, url }: Call,
  { number, author, title, body, state: open, isPull }: Issue,
): unknown {
  const repository = `${state.owner}/${state.repo}`
  return {
    number,
    title,
    body,
    state: open,
    user: { login: author, type: author.endsWith('[bot]') ? 'Bot' : 'User' },
    html_url: `https://github.example/${repository}/issues/${number}`,
    ...(isPull && {
      pull_request: {
        url: `${url}/repos/${repository}/pulls/${number}`,
        html_url: null,
        diff_url: null,
        patch_url: null,
      },
    }),
  }
}

function shownPull({ state }: Call, pull: PullRequest): unknown {
  const repo = (owner: string) => ({
    full_name: `${owner}/${state.repo}`,
    name: state.repo,
    owner: { login: owner },
  })
  return {
    number: pull.number,
    state: pull.state,
    head: {
      sha: pull.headSha,
      ref: pull.headRef,
      label: `${pull.headOwner}:${pull.headRef}`,
      repo: pull.headOwner === null ? null : repo(pull.headOwner),
    },
    base: { sha: pull.headSha, ref: pull.baseRef, repo: repo(state.owner) },
  }
}

/** At most 100 a page, 30 unless asked for. */
function paged({ query }: Call, items: readonly unknown[]): Answer {
  const size = pageSize(query)
  const page = Number(query.page ?? 1)
  return { status: 200, body: items.slice((page - 1) * size, page * size), total: items.length }
}

export function pageSize(query: Readonly<Record<string, string>>): number {
  return Math.min(100, Number(query.per_page ?? 30))
}

function git(state: GitHubState, ...args: readonly string[]): string | undefined {
  return gitBytes(state, ...args)
    ?.toString('utf8')
    .trim()
}

function gitBytes({ repository }: GitHubState, ...args: readonly string[]): Buffer | undefined {
  try {
    return execFileSync('git', ['-C', repository, ...args], { stdio: ['ignore', 'pipe', 'ignore'] })
  } catch {
    return undefined
  }
}
