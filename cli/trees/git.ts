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

function tryGit(folder: string, args: readonly string[], input?: string) {
  return spawnSync('git', ['-C', folder, ...args], { input, maxBuffer: 2 ** 31 - 1 })
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

/** CI checks out a single commit unless it is told otherwise: then it has no base to compare with. */
function shallowness(folder: string): string {
  return askGit(folder, ['rev-parse', '--is-shallow-repository']) === 'true'
    ? '. this clone is shallow: "git fetch --unshallow" brings the rest of its history'
    : ''
}
