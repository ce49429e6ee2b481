import assert from 'node:assert/strict'
import { fileURLToPath } from 'node:url'
import { diskTree } from '../../cli/trees/disk-tree.ts'
import { reviewChange } from '../../core/changes/review-change.ts'
import { renderers } from '../../core/render/index.ts'
import { frozenBook } from '../support/frozen-book.ts'
import { matchesGolden } from '../support/golden.ts'
import { dollars } from '../support/review-files.ts'

const folder = (side: string) =>
  fileURLToPath(new URL(`../../examples/gcp-platform/${side}`, import.meta.url))
const golden = (name: string) => fileURLToPath(new URL(name, import.meta.url))

const review = reviewChange(
  { label: 'base', tree: diskTree(folder('base')) },
  { label: 'head', tree: diskTree(folder('head')) },
  { below: '', prices: frozenBook(), failOn: undefined },
)

/** examples/gcp-platform/EXPECTED.md derives every figure here by hand. */
describe('the example on Google Cloud: fine-tuning on TPUs', () => {
  it('costs what was worked out by hand', () => {
    assert.deepEqual(dollars(review.total), [1669.78458, 17487.183492, 15817.398912])
    assert.deepEqual(
      review.resources
        .filter(({ cost }) => cost.delta !== 0)
        .map(({ address, cost }) => [address, ...dollars(cost)]),
      [
        ['google_tpu_v2_vm.finetune', 0, 14016, 14016],
        ['google_vertex_ai_deployment_resource_pool.assistant', 839.849232, 1679.698464, 839.849232],
        ['google_container_node_pool.l4', 0, 747.30368, 747.30368],
        ['google_sql_database_instance.sessions', 214.246, 428.492, 214.246],
      ],
    )
    assert.deepEqual(
      new Map(
        review.by.model.map(({ group, cost }) => [
          group.kind === 'known' ? group.value : group.kind,
          dollars(cost),
        ]),
      ),
      new Map([
        ['missing', [839.849232, 15695.698464, 14855.849232]],
        ['gemma_assist_v2', [433.424978, 1394.974658, 961.54968]],
        ['shared', [396.51037, 396.51037, 0]],
      ]),
    )
  })

  it('reads labels of both providers: one is missing', () => {
    assert.deepEqual(
      review.findings.new.map(({ ruleId, address, key }) => [ruleId, address, key]),
      [
        ['missing-tag', 'google_tpu_v2_vm.finetune', 'model_id'],
        ['growth', 'google_container_node_pool.l4', undefined],
      ],
    )
    assert.deepEqual(review.findings.existing, [])
    assert.equal(review.verdict.status, 'fail')
  })

  for (const [format, name] of [
    ['terminal', 'gcp-platform.txt'],
    ['markdown', 'gcp-platform.md'],
  ] as const)
    it(`reads well as ${format}`, () => {
      matchesGolden(renderers.review[format](review, { colour: false, width: 80 }), golden(name))
    })
})
