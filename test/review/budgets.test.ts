import assert from 'node:assert/strict'
import { check } from '../../core/check.ts'
import type { FailOn } from '../../core/config/config.ts'
import { memoryTree } from '../../core/source/source-tree.ts'
import { frozenBook } from '../support/frozen-book.ts'
import { type Files, reviewFiles } from '../support/review-files.ts'

/** A scorer of fraud-ml: m5.large 70.08, m5.xlarge 140.16, m5.2xlarge 280.32, m5.4xlarge 560.64 USD a month. */
function platform(size: string, config: string): Files {
  return {
    'ascribe.yml': `version: 1\n${config}`,
    'main.tf': `provider "aws" { region = "us-east-1" }
resource "aws_instance" "scorer" {
  instance_type = "${size}"
  tags = {
    team            = "fraud-ml"
    model_id        = "fraud_xgb_v7"
    lifecycle_phase = "inference"
    environment     = "production"
    project         = "fraud-detection"
    cost_center     = "eng-risk"
    created_by      = "ada"
  }
}
`,
  }
}

const TEAM = 'teams: { fraud-ml: { budget: 250, review: "@acme/fraud-ml" } }\n'

function change(from: string, to: string, config = TEAM, failOn?: FailOn) {
  const { findings, verdict, budgets, approval } = reviewFiles(
    platform(from, config),
    platform(to, config),
    failOn,
  )
  const told = (some: typeof findings.new) =>
    some.filter(({ ruleId }) => ruleId === 'budget').map(({ severity }) => severity)
  return {
    status: verdict.status,
    because: verdict.because,
    levels: budgets.map(({ level }) => [level.before, level.after]),
    new: told(findings.new),
    existing: told(findings.existing),
    fixed: told(findings.fixed),
    approval,
  }
}

describe('budgets', () => {
  it('say nothing while they last', () => {
    const within = change('m5.large', 'm5.xlarge')
    assert.deepEqual([within.levels, within.new], [[['within', 'within']], []])
  })

  it('fail the change that exceeds them', () => {
    const over = change('m5.xlarge', 'm5.2xlarge')
    assert.deepEqual([over.levels, over.new, over.status], [[['within', 'over']], ['error'], 'fail'])
    assert.equal(over.because[0], 'fraud-ml is at 112 % of its budget')
  })

  it('warn near their end', () => {
    const near = change('m5.xlarge', 'm5.2xlarge', 'teams: { fraud-ml: { budget: 300 } }\n')
    assert.deepEqual([near.levels, near.new, near.status], [[['within', 'warn']], ['warning'], 'warn'])
  })

  it('that were exceeded before are no new violation, and with fail-on: budget may not be strained further', () => {
    const further = change('m5.2xlarge', 'm5.4xlarge')
    assert.deepEqual([further.new, further.existing, further.status], [[], ['error'], 'warn'])
    assert.equal(change('m5.2xlarge', 'm5.4xlarge', TEAM, 'budget').status, 'fail')
    assert.equal(change('m5.2xlarge', 'm5.4xlarge', TEAM, 'errors').status, 'fail')
  })

  it('let through what brings the cost down', () => {
    const down = change('m5.4xlarge', 'm5.2xlarge', TEAM, 'budget')
    assert.deepEqual([down.existing, down.status, down.because], [['error'], 'pass', []])
    assert.deepEqual(change('m5.2xlarge', 'm5.large').fixed, ['error'])
  })

  it('are warnings, or silent, where checks.severity says so', () => {
    const severity = (setting: string) => `${TEAM}checks: { severity: { budget: ${setting} } }\n`
    const warned = change('m5.xlarge', 'm5.2xlarge', severity('warning'))
    assert.deepEqual([warned.new, warned.status], [['warning'], 'warn'])
    const silent = change('m5.xlarge', 'm5.2xlarge', severity('off'), 'budget')
    assert.deepEqual([silent.new, silent.because.filter((text) => text.includes('budget'))], [[], []])
  })

  it('of a team count its part of shared costs', () => {
    const shared = `shared: [{ name: all, match: { type: aws_instance }, method: keep }]\n`
    assert.deepEqual(change('m5.xlarge', 'm5.2xlarge', TEAM + shared).levels, [['within', 'over']])
    const unallocated = `shared: [{ name: all, match: { type: aws_instance }, method: direct-cost }]\n`
    assert.deepEqual(change('m5.xlarge', 'm5.2xlarge', TEAM + unallocated).levels, [['within', 'within']])
  })

  it('of nothing are exceeded by anything', () => {
    const nothing = change('m5.large', 'm5.xlarge', 'budgets: { environments: { production: 0 } }\n')
    assert.deepEqual(nothing.levels, [['over', 'over']])
  })
})

describe('a tree as it stands', () => {
  const standing = (size: string, config: string, today?: string) => {
    const { findings, inspection } = check(memoryTree(platform(size, config)), '', frozenBook(), [], today)
    assert.deepEqual(inspection.problems, [])
    return findings.map(({ ruleId, severity, message }) => [ruleId, severity, message.split('.')[0]])
  }

  it('is checked against its budgets', () => {
    assert.deepEqual(standing('m5.xlarge', TEAM), [])
    assert.deepEqual(standing('m5.2xlarge', TEAM), [
      ['budget', 'error', 'fraud-ml is at 112 % of its budget: $280 of $250 a month'],
    ])
  })

  it('is told which split is old', () => {
    const shared = `shared: [{ name: lb, match: { type: aws_lb }, method: even, reviewed: 2025-06-01 }]\n`
    assert.deepEqual(standing('m5.large', shared, '2026-06-01'), [])
    assert.deepEqual(standing('m5.large', shared, '2026-06-02'), [
      [
        'shared-rule-stale',
        'warning',
        'how "lb" is split was last reviewed on 2025-06-01, more than a year ago',
      ],
    ])
  })
})

describe('a change that is large', () => {
  const LIMIT = `${TEAM}checks: { approve-above: 100 }\n`

  it('asks the owners of what becomes dearer', () => {
    assert.deepEqual(change('m5.xlarge', 'm5.2xlarge', LIMIT).approval?.reviewers, ['@acme/fraud-ml'])
  })

  it('asks nobody below the limit, nor for what is saved', () => {
    assert.equal(change('m5.large', 'm5.xlarge', LIMIT).approval, undefined)
    assert.equal(change('m5.4xlarge', 'm5.large', LIMIT).approval, undefined)
  })
})
