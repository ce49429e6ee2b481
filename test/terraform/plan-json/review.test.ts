import assert from 'node:assert/strict'
import { reviewChange } from '../../../core/changes/review-change.ts'
import { check } from '../../../core/check.ts'
import { ConfigurationError } from '../../../core/domain/configuration-error.ts'
import type { ProjectPlan } from '../../../core/projects/plans.ts'
import { memoryTree } from '../../../core/source/source-tree.ts'
import { frozenBook } from '../../support/frozen-book.ts'
import { dollars, type Files } from '../../support/review-files.ts'
import { planFile } from './plan-of.ts'

const instance = (instance_type: string) => ({ instance_type, region: 'us-east-1', tags: { team: 'risk' } })
const files = {
  'infra/main.tf': 'variable "size" {}\n\nresource "aws_instance" "serve" {\n  instance_type = var.size\n}\n',
}

function review(plans: readonly ProjectPlan[], basePlans: readonly ProjectPlan[] = [], base: Files = files) {
  return reviewChange(
    { label: 'base', tree: memoryTree(base) },
    { label: 'head', tree: memoryTree(files) },
    { below: '', prices: frozenBook(), failOn: 'none', plans, basePlans },
  )
}

describe('a review of a plan', () => {
  const serve = { address: 'aws_instance.serve' }
  const grown = planFile([{ ...serve, before: instance('m5.large'), after: instance('m5.4xlarge') }])

  it('its two sides are what is there before it and after it', () => {
    const { resources, total, notes } = review([{ project: undefined, source: grown }])
    assert.deepEqual(
      resources.map(({ address, action }) => [address, action]),
      [['aws_instance.serve', 'update']],
    )
    const [before, after] = dollars(total)
    assert.ok(before > 0 && Math.abs(after - 8 * before) < 0.01, `${before} → ${after}`)
    assert.deepEqual(notes.slice(-1), [
      'Project "infra" is read from the plan plan.json: what is there before it, and after it.',
    ])
  })

  it('against a plan of the base side, what both leave to be done is no change', () => {
    const source = planFile([{ ...serve, before: instance('m5.large'), after: instance('m5.4xlarge') }])
    const { resources, total } = review(
      [{ project: 'infra', source: grown }],
      [{ project: './infra/', source }],
    )
    assert.deepEqual([resources, dollars(total)[2]], [[], 0])
  })

  it('a project that the change brings', () => {
    const source = planFile([{ ...serve, after: instance('m5.large') }])
    const { resources } = review([{ project: 'infra', source }], [], { 'other/main.tf': '' })
    assert.deepEqual(
      resources.map(({ action }) => action),
      ['create'],
    )
  })

  it('what the files do not know, the plan does', () => {
    const tree = memoryTree(files)
    const found = (plans: readonly ProjectPlan[]) =>
      check(tree, '', frozenBook(), plans).inspection.resources[0]!.estimate.kind
    assert.equal(found([]), 'unknown')
    assert.equal(found([{ project: undefined, source: grown }]), 'priced')
  })

  it('of a project that is not there, or may be any, is refused', () => {
    const refused = (plans: readonly ProjectPlan[], message: RegExp, more: Files = {}) =>
      assert.throws(
        () => check(memoryTree({ ...files, ...more }), '', frozenBook(), plans),
        (error) => error instanceof ConfigurationError && message.test(error.message),
      )
    refused([{ project: 'web', source: grown }], /of the project "web". expected one of "infra"$/)
    refused([{ project: undefined, source: grown }], /there are 2 projects, .* --plan \w+=plan.json/, {
      'web/main.tf': 'provider "aws" {}\n',
    })
    refused(
      [
        { project: 'infra', source: grown },
        { project: 'infra', source: planFile([]) },
      ],
      /two plans are of the project "infra"/,
    )
    assert.throws(() => review([], [{ project: 'infra', source: grown }]), ConfigurationError)
  })
})
