import { spawnSync } from 'node:child_process'

/** The output of a question to git, or undefined where git says no or is not there. */
export function ask(folder: string, ...args: readonly string[]): string | undefined {
  const { status, stdout, error } = spawnSync('git', ['-C', folder, ...args], {
    maxBuffer: 2 ** 30,
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  return error || status !== 0 ? undefined : stdout.toString('utf8')
}

/** The first line of an answer. */
export function askLine(folder: string, ...args: readonly string[]): string | undefined {
  return ask(folder, ...args)
    ?.split('\n')[0]
    ?.trim()
}
