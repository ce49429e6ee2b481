import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

export type Files = Readonly<Record<string, string>>

export interface Story {
  /** What `main` holds where the branch leaves it. */
  readonly base: Files
  /** What the branch holds in the end: all of it, not a difference. */
  readonly head: Files
  /** What `main` gets after the branch left it. */
  readonly later?: Files
}

/** A bare repository as GitHub keeps one for pull request 7, with `main` moved on since the branch left it. */
export interface PullRequestRepository {
  readonly bare: string
  readonly mergeBase: string
  /** The tip of `main`. */
  readonly main: string
  readonly head: string
  /** `refs/pull/7/merge`: the head merged into `main`. */
  readonly merge: string
}

export type Checkout =
  /** What actions/checkout does on its own: the event's merge commit, alone. */
  | { readonly of: 'merge'; readonly depth: 1 | undefined; readonly filter?: 'blob:none' }
  | { readonly of: 'head'; readonly depth: 1 | undefined }
  | { readonly of: 'main'; readonly depth: 1 | undefined }
  /** The files of the merge commit without any git. */
  | { readonly of: 'files' }

const made: string[] = []

function temporary(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'ascribe-pull-'))
  made.push(folder)
  return folder
}

/** Runs git as a person nobody knows, at a fixed time, untouched by the machine's own configuration. */
export function git(folder: string, ...args: readonly string[]): string {
  const env = {
    ...process.env,
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_CONFIG_SYSTEM: '/dev/null',
    GIT_AUTHOR_DATE: '2026-11-02T09:00:00Z',
    GIT_COMMITTER_DATE: '2026-11-02T09:00:00Z',
  }
  const identity = ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.com', '-c', 'commit.gpgsign=false']
  return execFileSync('git', ['-C', folder, ...identity, ...args], {
    encoding: 'utf8',
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  }).trim()
}

export function pullRequestRepository({ base, head, later = {} }: Story): PullRequestRepository {
  const work = temporary()
  git(work, 'init', '--quiet', '--initial-branch=main')
  const mergeBase = commit(work, base, 'The platform as it stands')
  git(work, 'switch', '--quiet', '--create', 'gpu-training')
  for (const name of Object.keys(base)) rmSync(path.join(work, name))
  const headCommit = commit(work, head, 'Train on a GPU')
  git(work, 'switch', '--quiet', 'main')
  const main = commit(work, { 'CHANGES.md': 'main moves on\n', ...later }, 'Something else')
  git(work, 'switch', '--quiet', '--detach')
  git(work, 'merge', '--quiet', '--no-ff', '--message', 'Merge the pull request', headCommit)
  const merge = git(work, 'rev-parse', 'HEAD')
  const bare = path.join(temporary(), 'acme', 'ml.git')
  mkdirSync(path.dirname(bare))
  git(work, 'clone', '--quiet', '--bare', '--no-local', '.', bare)
  git(bare, 'fetch', '--quiet', work, `+${headCommit}:refs/pull/7/head`, `+${merge}:refs/pull/7/merge`)
  git(bare, 'branch', '--quiet', '-D', 'gpu-training')
  for (const setting of ['allowAnySHA1InWant', 'allowFilter'])
    git(bare, 'config', `uploadpack.${setting}`, 'true')
  git(bare, 'config', 'http.uploadpack', 'true')
  return { bare, mergeBase, main, head: headCommit, merge }
}

/** A workspace as a workflow finds it after its checkout step. */
export function checkOut(repository: PullRequestRepository, checkout: Checkout, url?: string): string {
  const workspace = temporary()
  if (checkout.of === 'files') {
    const work = checkOut(repository, { of: 'merge', depth: 1 })
    cpSync(work, workspace, { recursive: true, filter: (name) => path.basename(name) !== '.git' })
    return workspace
  }
  const { bare } = repository
  const origin = url ?? `file://${bare}`
  git(workspace, 'init', '--quiet', '--initial-branch=main')
  git(workspace, 'remote', 'add', 'origin', origin)
  const options = checkout.depth === undefined ? [] : [`--depth=${checkout.depth}`]
  if ('filter' in checkout && checkout.filter) options.push(`--filter=${checkout.filter}`)
  const all = checkout.depth === undefined ? ['+refs/heads/*:refs/remotes/origin/*'] : []
  // The first fetch always reads the files on disk: a workflow's checkout step has its own credentials.
  git(workspace, 'remote', 'set-url', 'origin', `file://${bare}`)
  git(workspace, 'fetch', '--quiet', '--no-tags', ...options, 'origin', repository[checkout.of], ...all)
  git(workspace, 'checkout', '--quiet', '--force', '--detach', repository[checkout.of])
  git(workspace, 'remote', 'set-url', 'origin', origin)
  return workspace
}

function commit(folder: string, files: Files, message: string): string {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.join(folder, path.dirname(name)), { recursive: true })
    writeFileSync(path.join(folder, name), text)
  }
  git(folder, 'add', '--all')
  git(folder, 'commit', '--quiet', '--allow-empty', '--message', message)
  return git(folder, 'rev-parse', 'HEAD')
}

after(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true })
})
