import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

export const CLI = fileURLToPath(new URL('../../dist/cli.js', import.meta.url))

/** The day on which prices are looked at: none of them is old. */
process.env.SOURCE_DATE_EPOCH ??= String(Date.UTC(2026, 10, 21) / 1_000)

export interface CliRun {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

/** Runs the built command as a user would, in a folder. */
export function ascribe(folder: string, ...args: readonly string[]): CliRun {
  const env = { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined }
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...args], {
    cwd: path.resolve(folder),
    encoding: 'utf8',
    env,
  })
  return { code: status, out: stdout, err: stderr }
}
