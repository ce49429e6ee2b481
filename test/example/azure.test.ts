import assert from 'node:assert/strict'
import { fileURLToPath } from 'node:url'
import { diskTree } from '../../cli/trees/disk-tree.ts'
import { reviewChange } from '../../core/changes/review-change.ts'
import { renderers } from '../../core/render/index.ts'
import type { Group } from '../../core/review/review.ts'
import { frozenBook } from '../support/frozen-book.ts'
import { matchesGolden } from '../support/golden.ts'
import { dollars } from '../support/review-files.ts'

const folder = (side: string) =>
  fileURLToPath(new URL(`../../examples/azure-platform/${side}`, import.meta.url))
const golden = (name: string) => fileURLToPath(new URL(name, import.meta.url))

const review = reviewChange(
  { label: 'base', tree: diskTree(folder('base')) },
  { label: 'head', tree: diskTree(folder('head')) },
  { below: '', prices: frozenBook(), failOn: undefined },
)

/** examples/azure-platform/EXPECTED.md derives every figure here by hand, written before Ascribe ran. */
describe('the example on Azure: churn trains on an A100', () => {
  const named = (group: Group) => (group.kind === 'known' ? group.value : group.kind)

  it('costs what was worked out by hand', () => {
    assert.deepEqual(dollars(review.total), [843.65, 16_991.98, 16_148.33])
    assert.deepEqual(
      review.resources
        .filter(({ cost }) => cost.delta !== 0)
        .map(({ address, cost }) => [address, ...dollars(cost)]),
      [
        ['azurerm_cognitive_deployment.explanations', 0, 10_950, 10_950],
        ['azurerm_kubernetes_cluster_node_pool.gpu', 0, 2681.29, 2681.29],
        ['azurerm_machine_learning_compute_cluster.training', 0, 2681.29, 2681.29],
        ['azurerm_redis_cache.features', 164.25, 0, -164.25],
      ],
    )
  })

  it('gives it to models by tags, whatever the case of their names', () => {
    const costs = new Map(review.by.model.map(({ group, cost }) => [named(group), dollars(cost).slice(0, 2)]))
    assert.deepEqual(costs.get('churn_lgbm_v2'), [322.43, 3003.72])
    // A deployment takes no tags; its account's are on the bill.
    assert.deepEqual(costs.get('credit_risk_v4'), [0, 10_950])
    // The cluster's tags do not reach its new pool.
    assert.deepEqual(costs.get('missing'), [0, 2681.29])
    assert.deepEqual(costs.get('shared'), [521.22, 356.97])
  })

  it('reads as it should', () => {
    matchesGolden(renderers.review.terminal(review, { colour: false, width: 80 }), golden('azure-review.txt'))
  })
})
