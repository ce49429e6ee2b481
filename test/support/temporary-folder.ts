import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

const made: string[] = []

/** A fresh folder with these files; gone when the tests end. */
export function temporaryFolder(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'ascribe-'))
  made.push(folder)
  writeFiles(folder, files)
  return folder
}

export function writeFiles(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
    writeFileSync(path.join(folder, name), text)
  }
}

/** Runs git as a person nobody knows, untouched by the machine's own configuration. */
export function git(folder: string, ...args: readonly string[]): string {
  const identity = ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.com', '-c', 'commit.gpgsign=false']
  const env = { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null' }
  return execFileSync('git', ['-C', folder, ...identity, ...args], { encoding: 'utf8', env }).trim()
}

/** A repository whose `main` holds these files in one commit. */
export function temporaryRepository(files: Readonly<Record<string, string>>): string {
  const folder = temporaryFolder(files)
  git(folder, 'init', '--quiet', '--initial-branch=main')
  commitAll(folder, 'The platform as it stands')
  return folder
}

export function commitAll(folder: string, message: string): string {
  git(folder, 'add', '--all')
  git(folder, 'commit', '--quiet', '--message', message)
  return git(folder, 'rev-parse', 'HEAD')
}

after(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true })
})
