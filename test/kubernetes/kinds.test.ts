import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadManifests, readManifests } from '../../core/kubernetes/index.ts'
import { WORKLOAD_KINDS } from '../../core/kubernetes/kinds/index.ts'
import { SourceFile } from '../../core/source/source-file.ts'
import { matchesGolden } from '../support/golden.ts'
import { workloadTable } from '../support/workload-table.ts'

const ROOT = join(import.meta.dirname, '../..')
const TWINS = join(import.meta.dirname, 'kinds')
const names = readdirSync(join(ROOT, 'core/kubernetes/kinds'))
  .filter((file) => file !== 'index.ts')
  .map((file) => file.replace(/\.ts$/, ''))

function resourcesOf(name: string) {
  const text = readFileSync(join(TWINS, `${name}.yaml`), 'utf8')
  const { manifests, problems } = readManifests(new SourceFile(`${name}.yaml`, text))
  assert.deepEqual(
    problems.map(({ message }) => message),
    [],
  )
  return loadManifests([{ id: name, kind: 'folder', manifests }])
}

/** The kind that a file is about: it is the only one that the other fixtures' files are not named after. */
async function typeOf(name: string): Promise<string> {
  const module = (await import(`../../core/kubernetes/kinds/${name}.ts`)) as Record<string, { type: string }>
  return Object.values(module)[0]!.type
}

describe('kinds of workloads', () => {
  it('are all registered, and each has its twins', async () => {
    const types = new Set(WORKLOAD_KINDS.map(({ type }) => type))
    for (const name of names) {
      assert.ok(types.has(await typeOf(name)), `core/kubernetes/kinds/index.ts lacks ${name}`)
      assert.ok(existsSync(join(TWINS, `${name}.yaml`)), `test/kubernetes/kinds/${name}.yaml is missing`)
      assert.ok(existsSync(join(TWINS, `${name}.golden`)), `test/kubernetes/kinds/${name}.golden is missing`)
    }
    for (const file of readdirSync(TWINS))
      assert.ok(names.includes(file.replace(/\.(yaml|golden)$/, '')), `${file} has no kind`)
  })

  it('are one for each type', () => {
    const types = WORKLOAD_KINDS.map(({ type }) => type)
    assert.deepEqual(types, [...new Set(types)])
  })

  it('are shown in docs/kubernetes.md as they are declared', () => {
    const shown = readFileSync(join(ROOT, 'docs/kubernetes.md'), 'utf8')
    for (const { type, versions, pods, count } of WORKLOAD_KINDS) {
      const row = `| \`${type}\` | ${versions.join(', ')} | ${pods} | ${count} |`
      assert.ok(shown.includes(row), `docs/kubernetes.md lacks the row\n${row}`)
    }
  })

  for (const name of names)
    it(`${name}: pods as its fixture says`, async () => {
      const resources = resourcesOf(name)
      const type = await typeOf(name)
      assert.ok(
        resources.some((resource) => resource.type === type),
        `${name}.yaml has no ${type}`,
      )
      matchesGolden(resources.map(workloadTable).join('\n'), join(TWINS, `${name}.golden`))
    })
})
