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
  /** Where the commits are made. */
  readonly work: string
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

/** Made once for each story: nobody changes it, a push goes to a copy. */
export function pullRequestRepository(story: Story): PullRequestRepository {
  const key = JSON.stringify(story)
  const repository = known.get(key) ?? newRepository(story)
  known.set(key, repository)
  return repository
}

const known = new Map<string, PullRequestRepository>()

function newRepository({ base, head, later = {} }: Story): PullRequestRepository {
  const work = temporary()
  git(work, 'init', '--quiet', '--initial-branch=main')
  const mergeBase = commit(work, base, 'The platform as it stands')
  commit(work, { 'CHANGES.md': 'main moves on\n', ...later }, 'Something else')
  const bare = path.join(temporary(), 'acme', 'ml.git')
  mkdirSync(path.dirname(bare))
  git(work, 'clone', '--quiet', '--bare', '--no-local', '.', bare)
  const settings = ['uploadpack.allowAnySHA1InWant', 'uploadpack.allowFilter', 'http.uploadpack']
  for (const setting of settings) git(bare, 'config', setting, 'true')
  git(work, 'switch', '--quiet', '--create', 'gpu-training', mergeBase)
  return committed({ work, bare, mergeBase }, head)
}

/** The pull request after a further commit, which holds just these files. */
export function pushed(repository: PullRequestRepository, files: Files): PullRequestRepository {
  const key = repository.bare + JSON.stringify(files)
  const after = known.get(key) ?? pushedCopy(repository, files)
  known.set(key, after)
  return after
}

function pushedCopy(repository: PullRequestRepository, files: Files): PullRequestRepository {
  const work = temporary()
  const bare = path.join(temporary(), 'acme', 'ml.git')
  cpSync(repository.work, work, { recursive: true })
  cpSync(repository.bare, bare, { recursive: true })
  return committed({ work, bare, mergeBase: repository.mergeBase }, files)
}

function committed(
  { work, bare, mergeBase }: Pick<PullRequestRepository, 'work' | 'bare' | 'mergeBase'>,
  files: Files,
): PullRequestRepository {
  git(work, 'switch', '--quiet', 'gpu-training')
  git(work, 'rm', '--quiet', '-r', '.')
  const head = commit(work, files, 'Train on a GPU')
  const main = git(work, 'rev-parse', 'main')
  git(work, 'switch', '--quiet', '--detach', 'main')
  git(work, 'merge', '--quiet', '--no-ff', '--message', 'Merge the pull request', head)
  const merge = git(work, 'rev-parse', 'HEAD')
  git(bare, 'fetch', '--quiet', work, `+${head}:refs/pull/7/head`, `+${merge}:refs/pull/7/merge`)
  return { work, bare, mergeBase, main, head, merge }
}

/** A workspace as a workflow finds it after its checkout step; later fetches go to `url`. */
export function checkOut(repository: PullRequestRepository, checkout: Checkout, url?: string): string {
  const key = repository.bare + JSON.stringify(checkout)
  const original = checkouts.get(key) ?? newCheckout(repository, checkout)
  checkouts.set(key, original)
  const workspace = temporary()
  cpSync(original, workspace, { recursive: true })
  // The checkout step had credentials of its own: what it fetched, it read from the disk.
  if (url !== undefined) git(workspace, 'remote', 'set-url', 'origin', url)
  return workspace
}

const checkouts = new Map<string, string>()

function newCheckout(repository: PullRequestRepository, checkout: Checkout): string {
  const workspace = temporary()
  if (checkout.of === 'files') {
    const work = checkOut(repository, { of: 'merge', depth: 1 })
    cpSync(work, workspace, { recursive: true, filter: (name) => path.basename(name) !== '.git' })
    return workspace
  }
  git(workspace, 'init', '--quiet', '--initial-branch=main')
  git(workspace, 'remote', 'add', 'origin', `file://${repository.bare}`)
  const options = checkout.depth === undefined ? [] : [`--depth=${checkout.depth}`]
  if ('filter' in checkout && checkout.filter) options.push(`--filter=${checkout.filter}`)
  const all = checkout.depth === undefined ? ['+refs/heads/*:refs/remotes/origin/*'] : []
  git(workspace, 'fetch', '--quiet', '--no-tags', ...options, 'origin', repository[checkout.of], ...all)
  git(workspace, 'checkout', '--quiet', '--force', '--detach', repository[checkout.of])
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

// Not after the tests: a bench runs the Action too.
process.once('exit', () => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true })
})
