import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../..', import.meta.url))
/** What a runner downloads besides is no part of the Action; leaving it out keeps the suite fast. */
const NOT_RUN = /^(?:bench|docs|examples|scripts|test)\//

let laidOut: string | undefined

/**
 * What a runner downloads: the tracked files, as they are in the work tree, and nothing else. A file that the bundle
 * needs and that was never added to git is therefore missing here, and so is node_modules.
 */
export function trackedFiles(): string {
  if (laidOut) return laidOut
  laidOut = mkdtempSync(path.join(tmpdir(), 'ascribe-action-'))
  const names = execFileSync('git', ['-C', root, 'ls-files', '-z'], { encoding: 'utf8' })
  for (const name of names.split('\0')) {
    if (name === '' || NOT_RUN.test(name)) continue
    mkdirSync(path.join(laidOut, path.dirname(name)), { recursive: true })
    cpSync(path.join(root, name), path.join(laidOut, name))
  }
  return laidOut
}

after(() => {
  if (laidOut) rmSync(laidOut, { recursive: true, force: true })
  laidOut = undefined
})
