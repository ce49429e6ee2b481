import assert from 'node:assert/strict'
import { fileURLToPath } from 'node:url'
import { diskTree } from '../../cli/trees/disk-tree.ts'
import { reviewChange } from '../../core/changes/review-change.ts'
import { renderers } from '../../core/render/index.ts'
import { summarySentence } from '../../core/render/report/summary-sentence.ts'
import type { Group } from '../../core/review/review.ts'
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
    assert.deepEqual(dollars(review.total), [1763.503, 9782.363, 8018.86])
    assert.deepEqual(
      review.by.model.map(({ group, cost }) => [named(group), ...dollars(cost)]),
      [
        ['missing', 0, 4349.712, 4349.712],
        ['fraud_xgb_v7', 493.190384, 4013.216, 3520.025616],
        ['shared', 659.024616, 863.435, 204.410384],
        ['product_rec_v3', 611.288, 556, -55.288],
      ],
    )
    assert.deepEqual(
      review.resources
        .filter(({ cost }) => cost.delta !== 0)
        .map(({ address, cost }) => [address, ...dollars(cost)]),
      [
        ['aws_instance.fraud_gpu_training', 0, 4156.56, 4156.56],
        ['module.fraud_endpoint.aws_sagemaker_endpoint.this', 167.9, 2056.264, 1888.364],
        ['InferenceService/ml/fraud-scorer', 28.925192, 1175.008, 1146.082808],
        ['InferenceService/ml/staging-fraud-scorer', 28.925192, 587.504, 558.578808],
        ['aws_eks_node_group.pipelines', 86.761828, 241.669616, 154.907788],
        ['aws_sagemaker_notebook_instance.research["fraud"]', 146, 0, -146],
        ['RayJob/ml/ranking-tune', 48.288, 193.152, 144.864],
        ['aws_ebs_volume.payment_graph', 0, 85, 85],
        ['Deployment/ml/feature-pipeline', 99.005192, 148.507788, 49.502596],
        ['aws_instance.training["fraud"]', 121.44, 109.44, -12],
        ['aws_instance.training["ranking"]', 119.16, 112.16, -7],
      ],
    )
  })

  it('says who owns how much of it', () => {
    assert.equal(review.coverage.before.share, 1)
    assert.equal(review.coverage.after.share?.toFixed(3), '0.555')
  })

  it('gives shared costs to who causes them', () => {
    assert.deepEqual(
      review.sharing.pools.map(({ name, shared, kept, unallocated }) => [
        name,
        ...[shared, kept, unallocated].map((part) => dollars(part).slice(0, 2)),
      ]),
      [
        ['feature store', [187.25, 187.25], [0, 0], [0, 0]],
        ['cluster', [159.761828, 314.669616], [0, 0], [0, 0]],
        ['monitoring', [74.08, 74.08], [0, 0], [0, 0]],
        ['platform fee', [200, 200], [37.932788, 87.435384], [0, 0]],
      ],
    )
    assert.deepEqual(
      new Map(
        review.sharing.byTeam.map(({ group, cost }) => [
          group.kind === 'known' ? group.value : group.kind,
          dollars(cost).slice(0, 2),
        ]),
      ),
      new Map([
        ['missing', [0, 4349.712]],
        ['fraud-ml', [848.383053, 4596.000616]],
        ['search-ml', [877.187159, 749.215]],
        ['ml-platform', [37.932788, 87.435384]],
      ]),
    )
  })

  it('says what a prediction costs, and how near the budget is', () => {
    const [fraud, ranking] = review.economics.models
    const figures = ({ perThousand, roi, score, grade }: NonNullable<typeof fraud>['after']) => [
      perThousand?.toFixed(4),
      roi?.toFixed(1),
      score?.toFixed(4),
      grade,
    ]
    assert.deepEqual(figures(fraud!.before), ['0.0190', '41.6', '1.0000', 'A'])
    assert.deepEqual(figures(fraud!.after), ['0.0950', '7.5', '0.6616', 'B'])
    assert.deepEqual(figures(ranking!.before), ['0.0285', '9.5', '0.9706', 'A'])
    assert.deepEqual(figures(ranking!.after), ['0.0244', '11.3', '1.0000', 'A'])
    assert.deepEqual([fraud!.before.efficiency, fraud!.after.efficiency], ['HIGH_ROI', 'MODERATE_ROI'])
    assert.deepEqual(
      review.budgets.map(({ name, share }) => [name, share.after?.toFixed(3)]),
      [
        ['staging', '0.749'],
        ['fraud-ml', '0.968'],
        ['search-ml', '0.624'],
      ],
    )
    assert.deepEqual(review.approval?.reviewers, ['@acme/fraud-ml', '@acme/ml-platform'])
    assert.equal(
      summarySentence(review),
      'This change adds $3,520 a month to fraud_xgb_v7 (inference, fraud-ml); its cost per 1,000 predictions goes from $0.019 to $0.095; fraud-ml is at 97 % of its budget; 55.5% of the money has an owner (was 100.0%).',
    )
  })

  it('fails for the eleven new violations, and for nothing else', () => {
    const told = (findings: typeof review.findings.new) =>
      findings.map(({ ruleId, address, key }) => [ruleId, address, key].join(' '))
    assert.deepEqual(told(review.findings.new), [
      'missing-tag aws_instance.fraud_gpu_training team',
      'missing-tag aws_instance.fraud_gpu_training model_id',
      'missing-tag aws_instance.fraud_gpu_training lifecycle_phase',
      'invalid-tag-value aws_ebs_volume.payment_graph lifecycle_phase',
      'missing-tag RayJob/ml/ranking-tune team',
      'missing-tag RayJob/ml/ranking-tune cost_center',
      'missing-tag RayJob/ml/ranking-tune project',
      'missing-tag RayJob/ml/ranking-tune model_id',
      'missing-tag RayJob/ml/ranking-tune environment',
      'missing-tag RayJob/ml/ranking-tune lifecycle_phase',
      'missing-tag RayJob/ml/ranking-tune created_by',
      'budget teams.fraud-ml ',
      'growth module.fraud_endpoint.aws_sagemaker_endpoint.this ',
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
