import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'

/** Compares with a committed file; `npm run test:record` rewrites it, and the diff is then to be read. CI never records. */
export function matchesGolden(actual: string, path: string): void {
  if (process.env.RECORD && !process.env.CI) writeFileSync(path, actual)
  assert.equal(actual, readFileSync(path, 'utf8'), `${path} differs; npm run test:record, then read the diff`)
}
