/** What the fake GitHub knows. Plain data, which tests fill in and look at. */
export interface GitHubState {
  readonly owner: string
  readonly repo: string
  /** Token → whose it is, and what it may do. */
  readonly tokens: Record<string, Account>
  pulls: PullRequest[]
  readonly comments: Comment[]
  readonly reviews: PullReview[]
  readonly issues?: Issue[]
  /** A bare git repository, from which trees, blobs and comparisons are answered. */
  repository: string
  nextCommentId: number
  readonly faults: Fault[]
}

export interface Account {
  readonly login: string
  readonly permission: 'write' | 'read' | 'none'
}

export interface PullRequest {
  readonly number: number
  readonly state: 'open' | 'closed'
  readonly headSha: string
  readonly headRef: string
  /** Null for a deleted fork. */
  readonly headOwner: string | null
  readonly baseRef: string
  readonly files: readonly {
    readonly filename: string
    /** Git's name for the content at the head; null for a file that is gone. */
    readonly sha: string | null
    readonly patch: string | undefined
  }[]
}

export interface Comment {
  readonly id: number
  readonly issue: number
  readonly author: string
  body: string
}

/** Pull requests are issues to GitHub, too, and in its lists. */
export interface Issue {
  readonly number: number
  readonly author: string
  readonly isPull?: boolean
  title: string
  body: string
  state: 'open' | 'closed'
  reason?: string | undefined
}

/** A review of a pull request, with its comments on lines of the diff. */
export interface PullReview {
  readonly id: number
  readonly pull: number
  readonly author: string
  readonly body: string
  readonly event: string
  readonly commit: string
  readonly comments: readonly LineComment[]
}

/** As it is sent: `line` alone, or the last of several lines. */
export interface LineComment {
  readonly path: string
  readonly body: string
  readonly line?: number
  readonly side?: string
  readonly start_line?: number
  readonly start_side?: string
}

/** Goes wrong for the next `times` calls of an operation. */
export interface Fault {
  readonly operation: string
  times: number
  /** `slow` answers late; `held` not before `until` was answered so many times. */
  readonly kind: 'status' | 'cut' | 'slow' | 'held'
  readonly status?: number
  readonly message?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly milliseconds?: number
  readonly until?: { readonly operation: string; readonly calls: number }
}

/** New comments get ids beyond 32 bits, as GitHub's do, far from any that a test seeds. */
export const FIRST_NEW_COMMENT_ID = 5_000_000_000
