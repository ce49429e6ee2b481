import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { CLI } from '../support/run-cli.ts'

/** Only Node 22 and later can keep compiled code: where CI has Node 24, both are tried. */
const NODES = [process.execPath, process.env.NODE24].filter((node) => node !== undefined)

describe('compiled code', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'ascribe-compiled-'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  /** What `--version` prints, with a cache directory and a directory for temporary files. */
  const versionBy = (node: string, cache: string, temporary: string) =>
    execFileSync(node, [CLI, '--version'], {
      encoding: 'utf8',
      timeout: 20_000,
      env: { ...process.env, RUNNER_TOOL_CACHE: '', XDG_CACHE_HOME: cache, TMPDIR: temporary },
    })

  for (const [index, node] of NODES.entries())
    it(`is kept in the user's own cache, where it is kept at all (${index === 0 ? 'this Node' : 'Node 24'})`, () => {
      const cache = path.join(folder, 'cache')
      const temporary = mkdtempSync(path.join(folder, 'temporary-'))
      versionBy(node, cache, temporary)
      const [major = 0] = execFileSync(node, ['-p', 'process.versions.node'], { encoding: 'utf8' })
        .split('.')
        .map(Number)
      assert.deepEqual(readdirSync(temporary), [], 'nothing lies where others may write')
      assert.deepEqual(
        readdirSync(folder, { recursive: true }).filter((entry) => entry === 'cache/ascribe/compiled'),
        major >= 22 ? ['cache/ascribe/compiled'] : [],
      )
      assert.match(versionBy(node, cache, temporary), /^\d+\.\d+\.\d+\n$/, 'the next run takes it from there')
    })

  it('is done without where the cache cannot be written', () => {
    const file = path.join(folder, 'file')
    writeFileSync(file, '')
    for (const node of NODES) assert.match(versionBy(node, file, folder), /^\d+\.\d+\.\d+\n$/)
  })
})
