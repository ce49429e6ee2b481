import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'
import { contract } from './contract.ts'
import { trackedFiles } from './runner/tracked-files.ts'
import { EXAMPLE, scenario } from './scenario.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const read = (name: string) => readFileSync(path.join(root, name), 'utf8')

interface ActionYml {
  readonly name: string
  readonly description: string
  readonly branding: { readonly icon: string; readonly color: string }
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default?: unknown }>>
  readonly outputs: Readonly<Record<string, { readonly description: string }>>
  readonly runs: { readonly using: string; readonly main: string }
}

const yml = parse(read('action.yml')) as ActionYml
const sources = readdirSync(path.join(root, 'action'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => read(`action/${name}`))
  .join('\n')

/** The first column of a table of docs/action.md. */
function documented(heading: string): readonly string[] {
  const section = read('docs/action.md')
    .split(/^## /m)
    .find((text) => text.startsWith(heading))
  assert.ok(section, `docs/action.md has no section "${heading}"`)
  return [...section.matchAll(/^\| `([\w-]+)` \|/gm)].map(([, name]) => name!).sort()
}

describe('action.yml', () => {
  it('names just the inputs that are read, all texts, each explained', () => {
    const used = [...sources.matchAll(/(?:getInput|getMultilineInput|oneOf|dollars)\(\s*'([\w-]+)'/g)].map(
      ([, name]) => name!,
    )
    assert.deepEqual([...new Set(used)].sort(), Object.keys(yml.inputs).sort())
    for (const [name, input] of Object.entries(yml.inputs)) {
      assert.ok(input.description.length > 20, name)
      assert.equal(typeof input.default, 'string', `${name}: YAML reads ${input.default} as no text`)
    }
  })

  it('names just the outputs that are set, each explained, at the top level', () => {
    const used = [...sources.matchAll(/setOutput\(\s*'([\w-]+)'/g)].map(([, name]) => name!)
    assert.deepEqual([...new Set(used)].sort(), Object.keys(yml.outputs).sort())
    for (const [name, output] of Object.entries(yml.outputs)) assert.ok(output.description.length > 5, name)
  })

  it('runs a file that is tracked, by a Node that runners have, with an icon and a colour that GitHub knows', () => {
    assert.equal(yml.runs.using, 'node24')
    assert.ok(existsSync(path.join(trackedFiles('frozen'), yml.runs.main)))
    assert.deepEqual(yml.branding, { icon: 'dollar-sign', color: 'green' })
  })

  it('is what docs/action.md says', () => {
    assert.deepEqual(documented('Inputs'), Object.keys(yml.inputs).sort())
    assert.deepEqual(documented('Outputs'), Object.keys(yml.outputs).sort())
  })
})

describe('the bundle', () => {
  it('is current and reproducible, and names the licences of what it contains', function () {
    this.timeout(60_000)
    execFileSync(process.execPath, [path.join(root, 'scripts/action/build.mjs'), '--check'], {
      stdio: 'pipe',
    })
    assert.match(read('action/dist/LICENCES.txt'), /@actions\/core .* \(MIT\)/)
  })

  it('holds nothing of the machine it was built on', () => {
    const bundle = read('action/dist/index.cjs')
    assert.doesNotMatch(bundle, new RegExp(root.replace(/[/.]/g, '\\$&')))
    assert.doesNotMatch(bundle, /sourceMappingURL=data/)
  })
})

contract('the package', (rule) => {
  rule('reviews the example from tracked files alone, with the prices it ships', async (node) => {
    assert.ok(!existsSync(path.join(trackedFiles('shipped'), 'node_modules')))
    const { run, comments } = await scenario(node, EXAMPLE)
    const { code, outputs } = await run({ prices: 'shipped' })
    assert.equal(code, 1)
    assert.equal(outputs.violations, '11')
    assert.ok(Number(outputs['monthly-delta']) > 1_000)
    assert.equal(comments().length, 1)
  })
})
