import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const EXAMPLE = fileURLToPath(new URL('../../../examples/ml-platform', import.meta.url))

/** The example as its author has it before the commit: the base at `HEAD`, the head in the work tree. */
export interface MlPlatform {
  readonly folder: string
  read(file: string): string
}

export function mlPlatform(folder: string): MlPlatform {
  mkdirSync(folder, { recursive: true })
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.com', ...args], { cwd: folder })
  git('init', '--quiet', '--initial-branch=main')
  cpSync(path.join(EXAMPLE, 'base'), folder, { recursive: true })
  git('add', '--all')
  git('commit', '--quiet', '--message', 'The platform')
  for (const name of ['ascribe.yml', 'infra']) rmSync(path.join(folder, name), { recursive: true })
  cpSync(path.join(EXAMPLE, 'head'), folder, { recursive: true })
  return { folder, read: (file) => readFileSync(path.join(folder, file), 'utf8') }
}
