import assert from 'node:assert/strict'
import { readConfig } from '../../../core/config/read-config.ts'
import { suggestedTags } from '../../../core/quick-fixes/tag-suggestions.ts'
import { replaceValueEdits } from '../../../core/quick-fixes/value-edits.ts'
import { SourceFile } from '../../../core/source/source-file.ts'
import { effectiveTags } from '../../../core/tags/effective-tags.ts'
import { inspected } from '../../support/review.ts'
import { applied, type Files, fixing } from './fixing.ts'

const PHASES = ['training', 'inference', 'monitoring']

/** The ways to give a tag of a resource another value. */
function replacements(files: Files, address: string, key: string, values: readonly string[] = PHASES) {
  const request = fixing(files).request(address)
  const tags = effectiveTags(request.inspected.resource, () => 'other')
  const tag = tags.kind === 'taggable' ? tags.tags.tags.get(key) : undefined
  assert.ok(tag, `${address} has no ${key}`)
  return replaceValueEdits({ ...request, tag, values })
}

describe('value edits', () => {
  it('the value that was meant comes first, and only the string is replaced', () => {
    const files = {
      'main.tf': 'resource "aws_instance" "train" {\n  tags = { lifecycle_phase = "trainning" } # sic\n}\n',
    }
    const [first, ...others] = replacements(files, 'aws_instance.train', 'lifecycle_phase')
    assert.equal(first!.title, 'Change "trainning" to "training"')
    assert.equal(first!.isPreferred, true)
    assert.equal(
      applied(files, first!.edits)['main.tf'],
      'resource "aws_instance" "train" {\n  tags = { lifecycle_phase = "training" } # sic\n}\n',
    )
    assert.deepEqual(
      others.map(({ title, isPreferred }) => [title, isPreferred]),
      [
        ['Change "trainning" to "inference"', false],
        ['Change "trainning" to "monitoring"', false],
      ],
    )
  })

  it('the string is found where it comes from, and who else has it is said', () => {
    const files = {
      'main.tf': `
variable "phase" {
  default = "serving"
}
locals {
  tags = { lifecycle_phase = var.phase }
}
resource "aws_instance" "train" { tags = local.tags }
resource "aws_instance" "serve" { tags = merge(local.tags, { Name = "x" }) }
`,
      'terraform.tfvars': 'phase = "traning"\n',
    }
    const [first] = replacements(files, 'aws_instance.train', 'lifecycle_phase')
    assert.equal(
      first!.title,
      'Change "traning" to "training" at terraform.tfvars:1 (also tags 1 other resource)',
    )
    assert.equal(applied(files, first!.edits)['terraform.tfvars'], 'phase = "training"\n')
  })

  it('an empty value of a tag block is filled', () => {
    const files = {
      'main.tf':
        'resource "aws_autoscaling_group" "workers" {\n  tag {\n    key                 = "lifecycle_phase"\n    value               = ""\n    propagate_at_launch = true\n  }\n}\n',
    }
    const fixes = replacements(files, 'aws_autoscaling_group.workers', 'lifecycle_phase', ['training'])
    assert.match(applied(files, fixes[0]!.edits)['main.tf']!, /value {15}= "training"\n/)
    assert.equal(fixes[0]!.isPreferred, false)
  })

  it('a value made of several parts is left alone', () => {
    const files = {
      'main.tf':
        'variable "p" {\n  default = "train"\n}\nresource "aws_instance" "train" {\n  tags = { lifecycle_phase = "${var.p}ning" }\n}\n',
    }
    assert.deepEqual(replacements(files, 'aws_instance.train', 'lifecycle_phase'), [])
  })

  it('what stands in JSON is left to its writer', () => {
    const files = {
      'main.tf.json':
        '{"resource": {"aws_instance": {"train": {"tags": {"lifecycle_phase": "trainning", "team": "fraud-ml"}}}}}',
    }
    assert.deepEqual(replacements(files, 'aws_instance.train', 'lifecycle_phase'), [])
    assert.deepEqual(fixing(files).fixesOf('aws_instance.train', new Map([['model_id', 'fraud_xgb_v7']])), [])
  })

  it('what stands in a downloaded module is left alone', () => {
    const files = {
      'main.tf': 'module "labels" {\n  source = "acme/labels/aws"\n}\n',
      '.terraform/modules/modules.json': JSON.stringify({
        Modules: [
          {
            Key: 'labels',
            Source: 'registry.terraform.io/acme/labels/aws',
            Dir: '.terraform/modules/labels',
          },
        ],
      }),
      '.terraform/modules/labels/main.tf':
        'resource "aws_instance" "box" {\n  tags = { lifecycle_phase = "trainning" }\n}\n',
    }
    assert.deepEqual(replacements(files, 'module.labels.aws_instance.box', 'lifecycle_phase'), [])
    assert.deepEqual(
      fixing(files).fixesOf('module.labels.aws_instance.box', new Map([['team', 'fraud-ml']])),
      [],
    )
  })
})

describe('suggested tags', () => {
  const config = readConfig(
    new SourceFile(
      'ascribe.yml',
      `version: 1
schema:
  keys:
    team: { values: catalogue }
    cost_center: { required: true }
teams:
  risk-ml: { cost-center: eng-risk }
  search-ml: { cost-center: eng-search }
models:
  fraud_xgb_v7: { team: risk-ml, project: fraud-detection }
`,
    ),
  ).config
  const box = inspected('aws_instance.train', { tags: { model_id: 'fraud_xgb_v7' } })
  const neighbour = (name: string, file: string, tags: Record<string, string>) =>
    inspected(`aws_instance.${name}`, { file, tags })
  const neighbours = [
    box,
    neighbour('a', 'other/main.tf', { team: 'search-ml', created_by: 'ada', environment: 'staging' }),
    neighbour('b', 'other/main.tf', { team: 'search-ml', created_by: 'ada', environment: 'prod' }),
    neighbour('c', 'infra/main.tf', { team: 'no-such-team', created_by: 'grace' }),
  ]
  const valuesOf = (key: string) =>
    suggestedTags({ inspected: box, keys: [key], neighbours, config }).get(key)!.values

  it('the catalogue leads where the resource names its model', () => {
    assert.deepEqual(valuesOf('team'), ['risk-ml', 'search-ml'])
    assert.deepEqual(valuesOf('project'), ['fraud-detection'])
    assert.deepEqual(valuesOf('cost_center'), ['eng-risk'])
  })

  it('near neighbours count for more, and nothing invalid is suggested', () => {
    assert.deepEqual(valuesOf('created_by'), ['grace', 'ada'])
    assert.equal(valuesOf('environment')[0], 'staging')
    assert.ok(!valuesOf('environment').includes('prod'))
  })

  it('what sounds like the resource, its module or its file comes before what is frequent', () => {
    const gpu = { ...inspected('aws_instance.fraud_gpu', { file: 'infra/training.tf' }), owner: box.owner }
    const named = (keys: string) =>
      suggestedTags({
        inspected: gpu,
        keys: [keys],
        neighbours: [
          neighbour('a', 'infra/training.tf', { model_id: 'shared', lifecycle_phase: 'inference' }),
        ],
        config,
      }).get(keys)!.values[0]
    assert.equal(named('model_id'), 'fraud_xgb_v7')
    assert.equal(named('lifecycle_phase'), 'training')
  })

  it('of what nobody knows, nothing is made up', () => {
    assert.deepEqual(valuesOf('experiment_id'), [])
    assert.deepEqual(valuesOf('expires_at'), [])
  })
})
