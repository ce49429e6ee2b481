import { spawnSync } from 'node:child_process'
import { ConfigurationError } from '../../core/index.ts'

/** Runs git without a shell and gives its output; a failure is the user's setup, told in git's own words. */
export function git(folder: string, args: readonly string[], input?: string): Buffer {
  const { status, stdout, stderr, error } = tryGit(folder, args, input)
  if (error) throw error
  if (status === 0) return stdout
  const [line] = stderr.toString('utf8').trim().split('\n')
  throw new ConfigurationError(`git ${args[0]}: ${line?.replace(/^fatal: /, '') || `exit ${status}`}`)
}

/** The trimmed output of a question to git, or undefined where git says no. */
export function askGit(folder: string, args: readonly string[]): string | undefined {
  const { status, stdout, error } = tryGit(folder, args)
  return error || status !== 0 ? undefined : stdout.toString('utf8').trim()
}

/** What the configuration of a checkout, which may have come with it, would have git start. */
const STARTS_NOTHING = [
  'core.fsmonitor=false',
  'core.hooksPath=/dev/null',
  'log.showSignature=false',
  'protocol.ext.allow=never',
].flatMap((setting) => ['-c', setting])

function tryGit(folder: string, args: readonly string[], input?: string) {
  // It asks nobody for a password, and writes nothing, the index included.
  const env = { ...process.env, GIT_TERMINAL_PROMPT: '0', GIT_OPTIONAL_LOCKS: '0' }
  return spawnSync('git', ['-C', folder, ...STARTS_NOTHING, ...args], {
    input,
    env,
    maxBuffer: 2 ** 31 - 1,
  })
}

/** The work tree that a folder lies in. */
export function topLevel(folder: string): string | undefined {
  return askGit(folder, ['rev-parse', '--show-toplevel'])
}

/** The commit that a name means. */
export function resolveCommit(folder: string, revision: string): string {
  const commit = askGit(folder, [
    'rev-parse',
    '--verify',
    '--quiet',
    '--end-of-options',
    `${revision}^{commit}`,
  ])
  if (commit) return commit
  throw new ConfigurationError(
    `"${revision}" is neither a folder nor a revision that git knows here${shallowness(folder)}`,
  )
}

/** Where the current branch left the default branch. */
export function mergeBase(folder: string): string {
  const remote = askGit(folder, ['symbolic-ref', '--quiet', '--short', 'refs/remotes/origin/HEAD'])
  for (const branch of [remote, 'origin/main', 'origin/master', 'main', 'master']) {
    const base = branch && askGit(folder, ['merge-base', 'HEAD', branch])
    if (base) return base
  }
  throw new ConfigurationError(
    `no default branch is known here. name the base: --base REVISION${shallowness(folder)}`,
  )
}

const MOST_COMMITS = 2_000
const MOST_DOMAINS = 20

/** The domains of the addresses of those who commit, with the number of people; none where there is no git. */
export function authorDomains(folder: string): readonly { readonly name: string; readonly count: number }[] {
  const log = askGit(folder, ['log', `--max-count=${MOST_COMMITS}`, '--format=%aE', 'HEAD', '--'])
  const people = new Set(log?.toLowerCase().split('\n'))
  const domains = new Map<string, number>()
  for (const address of people) {
    const [, domain] = /@([a-z0-9-]+(?:\.[a-z0-9-]+)+)$/.exec(address) ?? []
    if (domain && !domain.includes('noreply')) domains.set(domain, (domains.get(domain) ?? 0) + 1)
  }
  return [...domains]
    .map(([name, count]) => ({ name, count }))
    .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1))
    .slice(0, MOST_DOMAINS)
}

/** CI checks out a single commit unless it is told otherwise: then it has no base to compare with. */
function shallowness(folder: string): string {
  return askGit(folder, ['rev-parse', '--is-shallow-repository']) === 'true'
    ? '. this clone is shallow: "git fetch --unshallow" brings the rest of its history'
    : ''
}
