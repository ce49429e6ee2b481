import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { diskTree } from '../../../cli/trees/disk-tree.ts'
import { toPlain } from '../../../core/domain/plain.ts'
import { NULL } from '../../../core/domain/value.ts'
import { locate, SourceFile } from '../../../core/source/source-file.ts'
import { memoryTree } from '../../../core/source/source-tree.ts'
import {
  ConfigurationLoader,
  type LoadedProject,
  loadPlan,
  loadProject,
  readPlan,
} from '../../../core/terraform/index.ts'

const cases = fileURLToPath(new URL('../plan/cases/', import.meta.url))
const spec = { id: '.', root: '', variableFiles: [], workspace: 'default' }

/** The plans of Terraform 1.11 (scripts/oracles/plans.ts) beside the files that they were planned from. */
describe('a plan says what its configuration says', () => {
  for (const story of readdirSync(cases))
    it(story.replaceAll('-', ' '), () => {
      const plan = readPlan(new SourceFile('plan.json', readFileSync(`${cases}${story}/show.golden`, 'utf8')))
      const loader = new ConfigurationLoader(diskTree(`${cases}${story}`))
      assert.deepEqual(told(loadPlan(plan, 'after', loader, spec)), told(loadProject(loader, spec)))
      assert.deepEqual(loadPlan(plan, 'before', loader, spec).resources, [])
      const alone = loadPlan(plan, 'after', new ConfigurationLoader(memoryTree({})), spec)
      assert.deepEqual(
        alone.resources.map(({ address }) => address),
        addressesOf(plan),
      )
    })
})

function told({ resources }: LoadedProject): Readonly<Record<string, unknown>> {
  const found = resources.map(({ address, attributes, provider, range, moduleCalls }) => [
    address,
    {
      input: toPlain(attributes.entries.get('input') ?? NULL),
      provider,
      at: locate(range),
      calls: moduleCalls.map((call) => call.address),
    },
  ])
  return Object.fromEntries(found.sort(([a], [b]) => ((a as string) < (b as string) ? -1 : 1)))
}

function addressesOf({ json }: ReturnType<typeof readPlan>): readonly string[] {
  const changes = (json.resource_changes ?? []) as readonly {
    readonly address: string
    readonly mode: string
  }[]
  return changes.filter(({ mode }) => mode === 'managed').map(({ address }) => address)
}
