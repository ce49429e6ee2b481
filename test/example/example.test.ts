import assert from 'node:assert/strict'
import { fileURLToPath } from 'node:url'
import { diskTree } from '../../cli/trees/disk-tree.ts'
import { renderers } from '../../core/render/index.ts'
import type { Group } from '../../core/review/review.ts'
import { reviewChange } from '../../core/review-change.ts'
import { frozenBook } from '../support/frozen-book.ts'
import { matchesGolden } from '../support/golden.ts'
import { dollars } from '../support/review-files.ts'

const folder = (side: string) => fileURLToPath(new URL(`../../examples/ml-platform/${side}`, import.meta.url))
const golden = (name: string) => fileURLToPath(new URL(name, import.meta.url))

const review = reviewChange(
  { label: 'base', tree: diskTree(folder('base')) },
  { label: 'head', tree: diskTree(folder('head')) },
  { below: '', prices: frozenBook(), failOn: undefined },
)

/** examples/ml-platform/EXPECTED.md derives every figure here by hand, written before Ascribe ran. */
describe('the example: fraud scores on GPUs', () => {
  const named = (group: Group) => (group.kind === 'known' ? group.value : group.kind)

  it('costs what was worked out by hand', () => {
    assert.deepEqual(dollars(review.total), [1715.215, 7826.699, 6111.484])
    assert.deepEqual(
      review.by.model.map(({ group, cost }) => [named(group), ...dollars(cost)]),
      [
        ['missing', 0, 4156.56, 4156.56],
        ['fraud_xgb_v7', 435.34, 2250.704, 1815.364],
        ['shared', 716.875, 863.435, 146.56],
        ['product_rec_v3', 563, 556, -7],
      ],
    )
    assert.deepEqual(
      review.resources
        .filter(({ cost }) => cost.delta !== 0)
        .map(({ address, cost }) => [address, ...dollars(cost)]),
      [
        ['aws_instance.fraud_gpu_training', 0, 4156.56, 4156.56],
        ['module.fraud_endpoint.aws_sagemaker_endpoint.this', 167.9, 2056.264, 1888.364],
        ['aws_eks_node_group.pipelines', 293.12, 439.68, 146.56],
        ['aws_sagemaker_notebook_instance.research["fraud"]', 146, 0, -146],
        ['aws_ebs_volume.payment_graph', 0, 85, 85],
        ['aws_instance.training["fraud"]', 121.44, 109.44, -12],
        ['aws_instance.training["ranking"]', 119.16, 112.16, -7],
      ],
    )
  })

  it('says who owns how much of it', () => {
    assert.equal(review.coverage.before.share, 1)
    assert.equal(review.coverage.after.share?.toFixed(3), '0.469')
  })

  it('fails for the four new violations, and for nothing else', () => {
    const told = (findings: typeof review.findings.new) =>
      findings.map(({ ruleId, address, key }) => [ruleId, address, key].join(' '))
    assert.deepEqual(told(review.findings.new), [
      'missing-tag aws_instance.fraud_gpu_training team',
      'missing-tag aws_instance.fraud_gpu_training model_id',
      'missing-tag aws_instance.fraud_gpu_training lifecycle_phase',
      'invalid-tag-value aws_ebs_volume.payment_graph lifecycle_phase',
    ])
    assert.deepEqual(told(review.findings.existing), ['missing-tag aws_lb.inference lifecycle_phase'])
    assert.deepEqual(told(review.findings.fixed), [
      'missing-tag aws_db_instance.feature_store lifecycle_phase',
    ])
    assert.equal(review.verdict.status, 'fail')
  })

  for (const [format, name] of [
    ['terminal', 'review.txt'],
    ['markdown', 'review.md'],
    ['json', 'review.json'],
  ] as const)
    it(`reads well as ${format}`, () => {
      matchesGolden(renderers.review[format](review, { colour: false, width: 80 }), golden(name))
    })
})
