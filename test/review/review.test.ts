import assert from 'node:assert/strict'
import { toDollars } from '../../core/domain/money.ts'
import type { Group } from '../../core/review/review.ts'
import { dollars, reviewFiles } from '../support/review-files.ts'

const PROVIDER = 'provider "aws" { region = "us-east-1" }\n'
const CONFIG = { 'ascribe.yml': 'version: 1\nschema: { preset: ml-attribution }\n' }

const owned = (model: string, more = 'lifecycle_phase = "training"') =>
  `tags = {
    team = "fraud-ml", cost_center = "eng-risk", project = "fraud", created_by = "ada"
    model_id = "${model}", environment = "production", ${more}
  }`.replaceAll(/, (?=\w+ =)/g, '\n    ')

const box = (name: string, tags: string, type = 'm5.xlarge') =>
  `resource "aws_instance" "${name}" {\n  instance_type = "${type}"\n  ${tags}\n}\n`

const named = (group: Group) => (group.kind === 'known' ? group.value : group.kind)

describe('a review', () => {
  it('groups the money of a change by model, and shows the part that nobody owns', () => {
    const review = reviewFiles(
      { ...CONFIG, 'main.tf': PROVIDER + box('fraud', owned('fraud_xgb_v7')) },
      { ...CONFIG, 'main.tf': PROVIDER + box('fraud', owned('fraud_xgb_v7')) + box('scratch', '') },
    )
    const [instance] = review.resources
    assert.equal(review.resources.length, 1)
    assert.equal(instance!.action, 'create')
    assert.deepEqual(
      review.by.model.map(({ group, cost }) => [named(group), ...dollars(cost)]),
      [
        ['missing', 0, toDollars(instance!.cost.after), toDollars(instance!.cost.after)],
        ['fraud_xgb_v7', toDollars(review.total.before), toDollars(review.total.before), 0],
      ],
    )
    assert.equal(review.coverage.before.share, 1)
    assert.equal(review.coverage.after.share, 0.5)
    assert.equal(review.verdict.status, 'fail')
    assert.deepEqual(
      review.findings.new.map(({ ruleId, key }) => [ruleId, key]),
      ['team', 'cost_center', 'project', 'model_id', 'environment', 'lifecycle_phase', 'created_by'].map(
        (key) => ['missing-tag', key],
      ),
    )
  })

  it('fails for what the change adds, not for what was there before', () => {
    const before = { ...CONFIG, 'main.tf': PROVIDER + box('legacy', '') }
    const after = { ...CONFIG, 'main.tf': PROVIDER + box('legacy', '', 'm5.2xlarge') }
    const review = reviewFiles(before, after)
    assert.equal(review.findings.new.length, 0)
    assert.equal(review.findings.existing.length, 7)
    assert.equal(review.verdict.status, 'pass')
    assert.equal(reviewFiles(before, after, 'errors').verdict.status, 'fail')
  })

  it('takes for no growth what had no price, and for no saving what has none now', () => {
    const group = (name: string, type: string) =>
      `resource "aws_instance" "${name}" {\n  instance_type = ${type}\n}\n`
    const unknown = { 'main.tf': `variable "type" {}\n${PROVIDER}${group('train', 'var.type')}` }
    const known = { 'main.tf': PROVIDER + group('train', '"m5.xlarge"') }
    assert.match(
      reviewFiles(unknown, known).notes.join('\n'),
      /^\$140 of the change is of 1 resource that had no figure before: it is no growth\.$/m,
    )
    assert.match(
      reviewFiles(known, unknown).notes.join('\n'),
      /^\$140 of the change is of 1 resource that is without a figure now: it is no saving\.$/m,
    )
    const twice = { 'main.tf': known['main.tf'] + group('more', '"m5.xlarge"') }
    assert.doesNotMatch(reviewFiles(known, twice).notes.join('\n'), /figure/)
  })

  it('knows a manifest by its file once another one has its name, and before', () => {
    const pod = (cpu: number) => `apiVersion: v1
kind: Pod
metadata: { name: sample }
spec: { containers: [{ name: a, image: a, resources: { requests: { cpu: ${cpu} } } }] }
`
    const one = { ...CONFIG, 'k8s/small.yaml': pod(1) }
    const two = { ...one, 'k8s/large.yaml': pod(8) }
    const changes = (review: ReturnType<typeof reviewFiles>) =>
      review.resources.map(({ action, address, cost }) => [action, address, cost.delta > 0])
    const grown = reviewFiles(one, two)
    assert.deepEqual(changes(grown), [
      ['create', 'Pod/sample (large.yaml)', true],
      ['no-op', 'Pod/sample (small.yaml)', false],
    ])
    assert.deepEqual(
      [...new Set(grown.findings.new.map(({ address }) => address))],
      ['Pod/sample (large.yaml)'],
    )
    const shrunk = reviewFiles(two, one)
    assert.deepEqual(changes(shrunk), [
      ['delete', 'Pod/sample (large.yaml)', false],
      ['no-op', 'Pod/sample', false],
    ])
    // A file of another name is another object.
    const others = { ...CONFIG, 'k8s/a.yaml': pod(1), 'k8s/b.yaml': pod(1) }
    assert.equal(reviewFiles(one, others).resources.length, 3)
  })

  it('lists what the change fixes', () => {
    const review = reviewFiles(
      { ...CONFIG, 'main.tf': PROVIDER + box('legacy', '') },
      { ...CONFIG, 'main.tf': PROVIDER + box('legacy', owned('fraud_xgb_v7')) },
    )
    assert.equal(review.findings.fixed.length, 7)
    assert.deepEqual(
      review.resources.map(({ action }) => action),
      ['update'],
    )
  })

  it('a tag that becomes unknown is no violation, and its money is unknown, not missing', () => {
    const open = 'variable "tags" { type = map(string) }\n'
    const review = reviewFiles(
      { ...CONFIG, 'main.tf': PROVIDER },
      { ...CONFIG, 'main.tf': PROVIDER + open + box('train', 'tags = var.tags') },
    )
    assert.equal(review.verdict.status, 'pass')
    assert.deepEqual(
      review.findings.new.map(({ ruleId, severity }) => [ruleId, severity]),
      [['unknown-tags', 'hint']],
    )
    assert.deepEqual(
      review.by.model.map(({ group }) => named(group)),
      ['unknown'],
    )
  })

  it('follows a moved block: the same box under another name is neither created nor deleted', () => {
    const moved = 'moved {\n  from = aws_instance.old\n  to = module.training.aws_instance.new\n}\n'
    const review = reviewFiles(
      { ...CONFIG, 'main.tf': PROVIDER + box('old', '') },
      {
        ...CONFIG,
        'main.tf': `${PROVIDER}${moved}module "training" { source = "./training" }\n`,
        'training/main.tf': box('new', ''),
      },
    )
    assert.equal(review.total.delta, 0)
    assert.deepEqual(
      review.resources.map(({ previousAddress, address, action }) => [previousAddress, address, action]),
      [['aws_instance.old', 'module.training.aws_instance.new', 'no-op']],
    )
    assert.equal(review.findings.new.length, 0)
    assert.equal(review.findings.fixed.length, 0)
  })

  it('a resource that gets a count, by a moved block or without one, stays what it is', () => {
    const counted = (name: string, extra = '') => PROVIDER + box(name, 'count = 2') + extra
    const moved = 'moved {\n  from = aws_instance.old\n  to = aws_instance.new[0]\n}\n'
    for (const [before, after, same] of [
      [PROVIDER + box('old', ''), counted('new', moved), 'aws_instance.new[0]'],
      [PROVIDER + box('train', ''), counted('train'), 'aws_instance.train[0]'],
      [counted('train'), PROVIDER + box('train', ''), 'aws_instance.train'],
    ] as const) {
      const { resources } = reviewFiles({ ...CONFIG, 'main.tf': before }, { ...CONFIG, 'main.tf': after })
      const [kept, ...others] = resources.filter(({ action }) => action === 'no-op')
      assert.equal(kept?.address, same)
      assert.deepEqual(others, [])
      assert.equal(resources.length, 2)
    }
  })

  it('a free resource is checked only when the change touches it', () => {
    const role = 'resource "aws_iam_role" "training" { name = "training" }\n'
    const before = { ...CONFIG, 'main.tf': PROVIDER + role }
    assert.equal(reviewFiles(before, before).findings.existing.length, 0)
    const added = reviewFiles({ ...CONFIG, 'main.tf': PROVIDER }, before)
    assert.equal(added.findings.new.length, 7)
  })

  it('the base side decides: loosening ascribe.yml in the change does not help it', () => {
    const loose = { 'ascribe.yml': 'version: 1\nschema: { preset: none }\nchecks: { fail-on: none }\n' }
    const review = reviewFiles(
      { ...CONFIG, 'main.tf': PROVIDER },
      { ...loose, 'main.tf': PROVIDER + box('scratch', '') },
    )
    assert.equal(review.verdict.status, 'fail')
    assert.match(review.notes.join(), /base side's decides/)
  })

  it('a project left out of the changed ascribe.yml is still reviewed, and so is one added to it', () => {
    const projects = (...paths: readonly string[]) =>
      `version: 1\nprojects:\n${paths.map((path) => `  - { name: ${path}, path: ${path} }\n`).join('')}`
    const base = {
      'ascribe.yml': projects('prod'),
      'prod/main.tf': PROVIDER + box('serve', owned('fraud_xgb_v7')),
    }
    const head = {
      ...base,
      'ascribe.yml': projects('dev'),
      'dev/main.tf': PROVIDER + box('scratch', ''),
    }
    const review = reviewFiles(base, head)
    assert.deepEqual(
      review.resources.map(({ project, action }) => [project, action]),
      [['dev', 'create']],
    )
    assert.equal(review.verdict.status, 'fail')
  })

  it('what has no figure is named with its reason, never counted as nothing', () => {
    const review = reviewFiles(
      { ...CONFIG, 'main.tf': PROVIDER },
      {
        ...CONFIG,
        'main.tf': `${PROVIDER}variable "size" {}
          resource "aws_instance" "train" { instance_type = var.size }
          resource "aws_s3_bucket" "features" {}
          resource "aws_quantumledger" "ledger" {}`,
      },
    )
    assert.deepEqual(
      review.notPriced.map(({ address, kind, because }) => [address, kind, because]),
      [
        [
          'aws_instance.train',
          'unknown',
          '`instance_type` is unknown: var.size has no default and is given no value',
        ],
        ['aws_s3_bucket.features', 'usageBased', 'charged by what is stored, requested and transferred'],
        ['aws_quantumledger.ledger', 'unpriced', 'no pricer for aws_quantumledger yet'],
      ],
    )
    assert.equal(review.verdict.partial, true)
  })

  it('an unknown count is counted once, and the total says that it may be more', () => {
    const review = reviewFiles(
      { ...CONFIG, 'main.tf': PROVIDER },
      {
        ...CONFIG,
        'main.tf': `${PROVIDER}variable "boxes" {}\n${box('train', 'count = var.boxes')}`,
      },
    )
    assert.deepEqual(review.total.atLeast, { before: false, after: true })
    assert.ok(review.total.after > 0)
  })
})
