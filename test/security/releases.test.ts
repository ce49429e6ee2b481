import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { build } from 'esbuild'
import { parse } from 'yaml'

const root = path.join(import.meta.dirname, '../..')
const read = (name: string) => readFileSync(path.join(root, name), 'utf8')
const WORKFLOWS = readdirSync(path.join(root, '.github/workflows')).map((name) => `.github/workflows/${name}`)

interface Workflow {
  readonly on: Readonly<Record<string, unknown>>
  readonly permissions: unknown
  readonly jobs: Readonly<Record<string, { readonly permissions?: unknown; readonly steps: readonly Step[] }>>
}
interface Step {
  readonly uses?: string
  readonly run?: string
}

describe('our own workflows', () => {
  for (const name of WORKFLOWS)
    it(`${name}: actions by commit, no rights but those that a job names, no pull requests of strangers`, () => {
      const workflow: Workflow = parse(read(name))
      assert.deepEqual(workflow.permissions, {})
      assert.ok(!('pull_request_target' in workflow.on) && !('workflow_run' in workflow.on))
      for (const [job, { permissions, steps }] of Object.entries(workflow.jobs)) {
        assert.ok(permissions, `${job} says what it may do`)
        for (const { uses, run } of steps) {
          if (uses) assert.match(uses, /@[0-9a-f]{40}$/, uses)
          // What an expression gives would be part of the script.
          if (run) assert.doesNotMatch(run, /\$\{\{/, run)
        }
      }
      // A commit says nothing to a reader: the version stands beside it.
      for (const [line] of read(name).matchAll(/^.*uses:.*$/gm)) assert.match(line, / # v\d+\.\d+\.\d+$/)
    })

  it('a release has provenance, a bill of materials and checksums, and is a draft until it is whole', () => {
    const { jobs }: Workflow = parse(read('.github/workflows/release.yml'))
    const script = jobs.release!.steps.map(({ run }) => run ?? '').join('\n')
    for (const wanted of [
      /npm publish .*--provenance/,
      /npm sbom .*cyclonedx/,
      /npm sbom .*spdx/,
      /sha256sum/,
      /--ignore-scripts/,
    ])
      assert.match(script, wanted)
    const steps = ['gh release create', 'npm publish', 'gh release edit'].map((step) => script.indexOf(step))
    assert.deepEqual(
      steps,
      [...steps].sort((a, b) => a - b),
    )
    assert.match(script, /gh release create .*--draft[\s\S]*gh release edit .*--draft=false/)
    assert.deepEqual(jobs.release!.permissions, { contents: 'write', 'id-token': 'write' })
  })

  it('the bill of materials can be made, and names what is bundled', () => {
    const text = execFileSync('npm', ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only'], {
      cwd: root,
      encoding: 'utf8',
      maxBuffer: 1 << 26,
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    const names = (JSON.parse(text) as { components: { name: string }[] }).components.map(({ name }) => name)
    for (const name of ['yaml', 'zod', '@actions/core']) assert.ok(names.includes(name), name)
  }).timeout(60_000)
})

describe('the licence of every package that is bundled', () => {
  const bundles: Readonly<Record<string, { readonly entry: string; readonly external?: readonly string[] }>> =
    {
      'dist/LICENCES.txt': { entry: 'cli/main.ts', external: ['@duckdb/node-api'] },
      'dist/extension/LICENCES.txt': { entry: 'lsp/main.ts', external: ['vscode'] },
      'action/dist/LICENCES.txt': { entry: 'action/main.ts', external: ['@duckdb/node-api'] },
    }
  for (const [file, { entry, external = [] }] of Object.entries(bundles))
    it(`is in ${file}`, async () => {
      const { metafile } = await build({
        absWorkingDir: root,
        entryPoints: [entry],
        bundle: true,
        platform: 'node',
        format: 'esm',
        external: [...external],
        preserveSymlinks: true,
        write: false,
        metafile: true,
        logLevel: 'silent',
      })
      const folders = Object.keys(metafile.inputs).flatMap(
        (input) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(input) ?? [],
      )
      assert.ok(folders.length > 0)
      const licences = read(file)
      for (const folder of new Set(folders)) {
        const { name, version, license } = JSON.parse(read(`${folder}/package.json`))
        assert.ok(licences.includes(`${name} ${version} (${license})\n\n`), `${name} ${version}`)
        assert.match(license, /^(?:MIT|ISC|Apache-2\.0|BSD-[23]-Clause|0BSD|\(MIT OR [\w-]+\))$/, name)
      }
    }).timeout(60_000)
})
