import assert from 'node:assert/strict'
import { AsyncLocalStorage } from 'node:async_hooks'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { type FakeGitHub, isWrite, startFakeGitHub } from './github/fake-github.ts'
import {
  type Comment,
  type Fault,
  FIRST_NEW_COMMENT_ID,
  type Issue,
  type PullReview,
} from './github/state.ts'
import {
  type Checkout,
  checkOut,
  type Files,
  git,
  type PullRequestRepository,
  pullRequestRepository,
  pushed,
  type Story,
} from './pull-request-repository.ts'
import { type ActionRun, runAction, type Step } from './runner/run-action.ts'
import type { Prices } from './runner/tracked-files.ts'

export const TOKEN = 'ghs_0123456789abcdefghijABCDEFGHIJ'
export const BOT = 'github-actions[bot]'
export const PULL = 7

/** A pull request on the fake GitHub, and runs of the Action on it. */
export interface Scenario {
  readonly github: FakeGitHub
  /** As it is after the last push. */
  readonly repository: PullRequestRepository
  /** A further commit on the pull request's branch, which holds just these files. */
  push(files: Files): void
  run(options?: RunOptions): Promise<ActionRun>
  /** What the Action has posted. */
  comments(): readonly Comment[]
  reviews(): readonly PullReview[]
  writes(): number
  commentWrites(): number
}

export interface RunOptions {
  readonly inputs?: Readonly<Record<string, string>>
  readonly run?: { readonly number: number; readonly attempt: number }
  readonly checkout?: Checkout
  /** A workspace that is there already. */
  readonly workspace?: string
  readonly event?: Step['event']
  readonly environment?: Readonly<Record<string, string>>
  readonly serverUrl?: string
  readonly prices?: Prices
  readonly temporary?: string
}

export interface Setting {
  readonly permission?: 'write' | 'read' | 'none'
  readonly comments?: readonly Comment[]
  readonly reviews?: readonly PullReview[]
  readonly issues?: readonly Issue[]
  readonly faults?: readonly Fault[]
  readonly headOwner?: string | null
}

const AS_ACTIONS_CHECKOUT: Checkout = { of: 'merge', depth: 1 }
const open = new AsyncLocalStorage<FakeGitHub[]>()

/** Tells a story; then ends what it has started, and fails it if anything was not as GitHub describes it. */
export async function withScenarios(story: () => Promise<void>): Promise<void> {
  const started: FakeGitHub[] = []
  try {
    await open.run(started, story)
  } finally {
    await Promise.all(started.map((github) => github.close()))
  }
  const violations = started.flatMap((github) => github.violations)
  assert.deepEqual(violations, [], 'not as GitHub describes it')
}

export async function scenario(node: string, story: Story, setting: Setting = {}): Promise<Scenario> {
  let repository = pullRequestRepository(story)
  const seeded = setting.comments ?? []
  const seededReviews = setting.reviews ?? []
  const github = await startFakeGitHub({
    owner: 'acme',
    repo: 'ml',
    repository: repository.bare,
    tokens: { [TOKEN]: { login: BOT, permission: setting.permission ?? 'write' } },
    pulls: [pullRequest(repository, setting.headOwner)],
    comments: seeded.map((comment) => ({ ...comment })),
    reviews: [...seededReviews],
    issues: (setting.issues ?? []).map((issue) => ({ ...issue })),
    nextCommentId: FIRST_NEW_COMMENT_ID,
    faults: [...(setting.faults ?? [])],
  })
  open.getStore()?.push(github)
  return {
    github,
    get repository() {
      return repository
    },
    push: (files) => {
      repository = pushed(repository, files)
      github.state.repository = repository.bare
      github.state.pulls = [pullRequest(repository, setting.headOwner)]
    },
    run: async ({ checkout = AS_ACTIONS_CHECKOUT, ...options } = {}) => {
      const workspace = options.workspace ?? checkOut(repository, checkout)
      const before = snapshot(workspace)
      const run = await runAction({
        node,
        token: TOKEN,
        apiUrl: github.url,
        repository: 'acme/ml',
        workspace,
        event: pullRequestEvent(repository),
        environment: {
          GITHUB_SHA: repository.merge,
          GITHUB_REF: `refs/pull/${PULL}/merge`,
          GITHUB_BASE_REF: 'main',
          GITHUB_HEAD_REF: 'gpu-training',
        },
        ...options,
      })
      assert.deepEqual(snapshot(workspace), before, 'the workspace is left as it was')
      assertDiscreet(run)
      for (const { id, body } of seeded)
        assert.equal(
          github.state.comments.find((comment) => comment.id === id)?.body,
          body,
          'not our comment',
        )
      return run
    },
    comments: () =>
      github.state.comments.filter(
        ({ id, author }) => author === BOT && !seeded.some((one) => one.id === id),
      ),
    reviews: () => github.state.reviews.filter((review) => !seededReviews.includes(review)),
    writes: () => github.calls.filter(isWrite).length,
    commentWrites: () =>
      github.calls.filter((call) => isWrite(call) && call.operation.startsWith('issues/')).length,
  }
}

/** Whatever a run finds: it gives nothing away, starts nothing but git, and never shows a stack. */
function assertDiscreet(run: ActionRun): void {
  assert.deepEqual(run.started, [])
  const said = [run.stdout.replace(`::add-mask::${TOKEN}`, ''), run.stderr, run.summary, run.report ?? '']
  for (const text of [...said, ...Object.values(run.outputs)]) {
    assert.ok(!text.includes(TOKEN), 'the token is shown')
    assert.doesNotMatch(text, /^\s+at .*:\d+:\d+\)?$/m)
  }
  assert.equal(run.stderr, '')
  for (const { name } of run.commands) assert.ok(COMMANDS.has(name), `the command ${name}`)
  assertFolded(run.stdout)
}

const COMMANDS = new Set(['add-mask', 'error', 'warning', 'notice', 'debug', 'group', 'endgroup'])

/** Groups are ours, one after the other, and each is closed: GitHub knows none within another. */
function assertFolded(stdout: string): void {
  const marks = stdout.match(/^::(?:group|endgroup)::.*$/gm) ?? []
  marks.forEach((mark, at) => {
    assert.match(mark, at % 2 === 0 ? /^::group::[A-Z][a-z ]+$/ : /^::endgroup::$/)
  })
  assert.equal(marks.length % 2, 0, 'a group is left open')
}

/** Path and size of every file, git's own apart. */
function snapshot(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .map((entry) => path.join(path.relative(folder, entry.parentPath), entry.name))
    .filter((name) => !/^\.git(\/|$)/.test(name))
    .map((name) => `${name} ${statSync(path.join(folder, name), { throwIfNoEntry: false })?.size}`)
    .sort()
}

/** As GitHub sends it. `base.sha` is a branch tip, not the merge base. */
export function pullRequestEvent(
  { main, head, merge }: PullRequestRepository,
  name = 'pull_request',
  changes: Readonly<Record<string, unknown>> = {},
): Step['event'] {
  return {
    name,
    payload: {
      action: 'synchronize',
      number: PULL,
      pull_request: {
        number: PULL,
        state: 'open',
        draft: false,
        merge_commit_sha: merge,
        base: { ref: 'main', sha: main, repo: { full_name: 'acme/ml' } },
        head: { ref: 'gpu-training', sha: head, repo: { full_name: 'acme/ml', fork: false } },
        ...changes,
      },
      repository: { full_name: 'acme/ml', name: 'ml', owner: { login: 'acme' }, default_branch: 'main' },
    },
  }
}

function pullRequest({ bare, mergeBase, head }: PullRequestRepository, headOwner: string | null = 'acme') {
  const names = git(bare, 'diff', '--name-only', '-z', mergeBase, head).split('\0').filter(Boolean)
  return {
    number: PULL,
    state: 'open',
    headSha: head,
    headRef: 'gpu-training',
    headOwner,
    baseRef: 'main',
    files: names.map((filename) => {
      const diff = git(bare, 'diff', '--no-renames', mergeBase, head, '--', `:(literal)${filename}`)
      const at = diff.indexOf('\n@@')
      return { filename, sha: idAt(bare, head, filename), patch: at < 0 ? undefined : diff.slice(at + 1) }
    }),
  } as const
}

/** Git's name for a file's content; null where it is gone. */
function idAt(bare: string, commit: string, file: string): string | null {
  const row = git(bare, 'ls-tree', '-z', commit, '--', `:(literal)${file}`)
  return row === '' ? null : (row.split(/[ \t]/)[2] ?? null)
}

/** The example's change. */
export const EXAMPLE: Story = {
  base: filesOf('examples/ml-platform/base'),
  head: filesOf('examples/ml-platform/head'),
}

function filesOf(folder: string): Files {
  const root = fileURLToPath(new URL(`../../${folder}`, import.meta.url))
  return Object.fromEntries(
    readdirSync(root, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => {
        const file = path.join(entry.parentPath, entry.name)
        return [path.relative(root, file), readFileSync(file, 'utf8')]
      }),
  )
}
