import { spawn } from 'node:child_process'
import { readdir, stat } from 'node:fs/promises'
import path from 'node:path'
import { FetchFailure } from '../fetch-failure.ts'
import { LIMITS } from '../limits.ts'

export interface GitRun {
  readonly status: number
  readonly stdout: string
  readonly stderr: string
}

/** Whatever a hook or another tool has set about its own repository is not about ours. */
const OF_OTHERS = [
  'GIT_DIR',
  'GIT_WORK_TREE',
  'GIT_INDEX_FILE',
  'GIT_OBJECT_DIRECTORY',
  'GIT_COMMON_DIR',
  'GIT_NAMESPACE',
]

/**
 * Asks nobody, runs no hook, follows no redirect, speaks https and ssh only. The user's own configuration holds:
 * it has the credentials.
 */
const SETTINGS = [
  'core.hooksPath=/dev/null',
  'core.fsmonitor=false',
  'protocol.file.allow=never',
  'protocol.ext.allow=never',
  'http.followRedirects=false',
  'credential.interactive=false',
  'fetch.recurseSubmodules=no',
  'gc.auto=0',
  'maintenance.auto=false',
].flatMap((setting) => ['-c', setting])

const WATCH_MILLISECONDS = 500
const MOST_OUTPUT = 1024 * 1024

/** Runs git in a folder without a shell, within time, and as long as the folder stays small enough. */
export function runGit(
  folder: string,
  args: readonly string[],
  settings: readonly string[] = [],
): Promise<GitRun> {
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    LC_ALL: 'C',
    GIT_TERMINAL_PROMPT: '0',
    GIT_ALLOW_PROTOCOL: 'https:ssh',
    GIT_SSH_COMMAND: process.env.GIT_SSH_COMMAND ?? 'ssh -oBatchMode=yes -oConnectTimeout=10',
  }
  for (const name of OF_OTHERS) delete env[name]
  const own = settings.flatMap((setting) => ['-c', setting])
  return new Promise((resolve, reject) => {
    const child = spawn('git', ['-C', folder, ...SETTINGS, ...own, ...args], {
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let refused: FetchFailure | undefined
    const stop = (because: string): void => {
      refused ??= new FetchFailure(because)
      child.kill('SIGKILL')
    }
    const output = { stdout: '', stderr: '' }
    for (const stream of ['stdout', 'stderr'] as const)
      child[stream].setEncoding('utf8').on('data', (text: string) => {
        if (output[stream].length < MOST_OUTPUT) output[stream] += text
      })
    const deadline = setTimeout(() => stop('git takes too long'), LIMITS.gitMilliseconds)
    const watch = setInterval(async () => {
      if ((await sizeOf(folder)) > LIMITS.repositoryBytes) stop('the repository is too large')
    }, WATCH_MILLISECONDS)
    const end = (): void => {
      clearTimeout(deadline)
      clearInterval(watch)
    }
    child.on('error', (error: NodeJS.ErrnoException) => {
      end()
      reject(error.code === 'ENOENT' ? new FetchFailure('there is no git to fetch it with') : error)
    })
    child.on('close', (status) => {
      end()
      if (refused) reject(refused)
      else resolve({ status: status ?? 1, ...output })
    })
  })
}

/** Packs are all that grows. */
async function sizeOf(folder: string): Promise<number> {
  const packs = path.join(folder, 'objects/pack')
  try {
    const sizes = (await readdir(packs)).map(async (name) => (await stat(path.join(packs, name))).size)
    return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
  } catch {
    return 0 // Files come and go while git works.
  }
}
