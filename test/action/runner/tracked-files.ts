import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../..', import.meta.url))
/** What a runner downloads besides is no part of the Action; leaving it out keeps the suite fast. */
const NOT_RUN = /^(?:bench\/|docs\/(?!rules\/)|examples\/|scripts\/|test\/)/

const laidOut = new Map<Prices, string>()

/** With the price book as it is shipped, or with the small one that no refresh changes. */
export type Prices = 'shipped' | 'frozen'

/**
 * What a runner downloads: the tracked files, as they are in the work tree, and nothing else. A file that the bundle
 * needs and that was never added to git is therefore missing here, and so is node_modules.
 */
export function trackedFiles(prices: Prices): string {
  const known = laidOut.get(prices)
  if (known) return known
  const folder = mkdtempSync(path.join(tmpdir(), 'ascribe-action-'))
  laidOut.set(prices, folder)
  const names = execFileSync('git', ['-C', root, 'ls-files', '-z'], { encoding: 'utf8' })
  for (const name of names.split('\0')) {
    if (name === '' || NOT_RUN.test(name)) continue
    mkdirSync(path.join(folder, path.dirname(name)), { recursive: true })
    cpSync(path.join(root, name), path.join(folder, name))
  }
  if (prices === 'frozen') {
    const book = path.join(folder, 'core/pricing/book')
    rmSync(book, { recursive: true })
    cpSync(path.join(root, 'test/pricing/book'), book, { recursive: true })
  }
  return folder
}

// Not after the tests: a bench runs the Action too.
process.once('exit', () => {
  for (const folder of laidOut.values()) rmSync(folder, { recursive: true, force: true })
  laidOut.clear()
})
