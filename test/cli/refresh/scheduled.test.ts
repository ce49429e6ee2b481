import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'
import packageJson from '../../../package.json' with { type: 'json' }

const FILE = fileURLToPath(new URL('../../../.github/workflows/refresh-prices.yml', import.meta.url))

interface Step {
  readonly uses?: string
  readonly run?: string
  readonly env?: Readonly<Record<string, string>>
}

/** It runs with the right to push, so that it is held to what it says of itself. */
describe('the scheduled refresh', () => {
  const text = readFileSync(FILE, 'utf8')
  const workflow = parse(text)
  const { permissions, steps } = workflow.jobs.refresh as {
    readonly permissions: Readonly<Record<string, string>>
    readonly steps: readonly Step[]
  }

  it('runs by the calendar or by hand, never for what a pull request brings', () => {
    assert.deepEqual(Object.keys(workflow.on), ['schedule', 'workflow_dispatch'])
  })

  it('may push a branch and open a pull request, and no more', () => {
    assert.deepEqual(workflow.permissions, {})
    assert.deepEqual(permissions, { contents: 'write', 'pull-requests': 'write' })
  })

  it('runs actions of one commit each', () => {
    const used = steps.flatMap(({ uses }) => uses ?? [])
    assert.ok(used.length > 0)
    for (const uses of used) assert.match(uses, /^actions\/[\w-]+@[0-9a-f]{40}$/)
  })

  it('has no secret but the key for Google’s catalogue, in the step that reads', () => {
    assert.deepEqual(text.match(/secrets\.\w+/g), ['secrets.GOOGLE_API_KEY'])
    const [reads] = steps.filter(({ env }) => env?.GOOGLE_API_KEY)
    assert.match(reads!.run!, /prices refresh --out core\/pricing\/book/)
    for (const { run = '' } of steps) assert.ok(!run.includes('${{'), 'nothing is pasted into a script')
  })

  it('starts what npm ci has built', () => {
    assert.match(packageJson.scripts.prepare, /^node scripts\/prepare\.mjs$/)
    assert.match(
      readFileSync(new URL('../../../scripts/prepare.mjs', import.meta.url), 'utf8'),
      /run\('run', '--silent', 'build'\)/,
    )
    assert.ok(text.includes(`node ${packageJson.bin.ascribe} prices refresh`))
  })
})
