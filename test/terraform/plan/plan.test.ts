import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { diskTree } from '../../../cli/trees/disk-tree.ts'
import { toPlain } from '../../../core/domain/plain.ts'
import { NULL } from '../../../core/domain/value.ts'
import { ConfigurationLoader, type LoadedProject, loadProject } from '../../../core/terraform/index.ts'
import { problemsOf } from '../../support/load.ts'
import { type Plain, type Plan, planText } from './plan-text.ts'

const cases = fileURLToPath(new URL('./cases/', import.meta.url))

/** What Terraform itself plans for whole configurations, recorded by scripts/oracles/plans.ts. */
describe('whole configurations against the plans of Terraform 1.11', () => {
  for (const story of readdirSync(cases))
    it(story.replaceAll('-', ' '), () => {
      const loader = new ConfigurationLoader(diskTree(`${cases}${story}`))
      const project = loadProject(loader, { id: '.', root: '', variableFiles: [], workspace: 'default' })
      assert.deepEqual(problemsOf(project), [])
      assert.deepEqual(project.notLoaded, [])
      assert.equal(planText(planOf(project)), readFileSync(`${cases}${story}/plan.golden`, 'utf8'))
    })
})

function planOf({ resources }: LoadedProject): Plan {
  return Object.fromEntries(
    resources.map(({ address, attributes }) => [
      address,
      withoutReasons(toPlain(attributes.entries.get('input') ?? NULL)),
    ]),
  )
}

/** Why a value is unknown is ours to say; Terraform only says that it is. */
function withoutReasons(value: Plain): Plain {
  if (Array.isArray(value)) return value.map(withoutReasons)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) =>
      name === '$unknown' ? [name, true] : [name, withoutReasons(item)],
    ),
  )
}
