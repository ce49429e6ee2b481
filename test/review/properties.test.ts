import assert from 'node:assert/strict'
import fc from 'fast-check'
import { REVIEW_RULE_IDS } from '../../core/config/rule-ids.ts'
import { BREAKDOWNS } from '../../core/review/breakdown.ts'
import type { Change, GroupChange, Review } from '../../core/review/review.ts'
import { type Files, reviewFiles } from '../support/review-files.ts'

const RUNS = { numRuns: 40 }

const tagValue = (...values: readonly string[]) =>
  fc.constantFrom(...values.map((value) => `"${value}"`), 'var.unset', undefined)

const box = fc.record({
  name: fc.constantFrom('fraud', 'ranking', 'scratch', 'features', 'serve'),
  type: fc.constantFrom('m5.xlarge', 'm5.2xlarge', 'g5.2xlarge'),
  count: fc.constantFrom(undefined, '0', '2', 'var.unset'),
  team: tagValue('fraud-ml', 'search-ml'),
  model_id: tagValue('fraud_xgb_v7', 'product_rec_v3', 'shared'),
  lifecycle_phase: tagValue('training', 'inference', 'trainning'),
})

const platform = fc
  .uniqueArray(box, { selector: ({ name }) => name, maxLength: 5 })
  .map((boxes) => boxes.map(hcl))

function hcl({ name, type, count, ...tags }: Record<string, string | undefined>): string {
  const written = Object.entries(tags).flatMap(([key, value]) => (value ? [`    ${key} = ${value}\n`] : []))
  return `resource "aws_instance" "${name}" {\n${count ? `  count = ${count}\n` : ''}  instance_type = "${type}"\n  tags = {\n${written.join('')}  }\n}\n`
}

function files(boxes: readonly string[]): Files {
  const head = 'provider "aws" { region = "us-east-1" }\nvariable "unset" {}\n'
  return { 'ascribe.yml': CONFIG, 'main.tf': head + boxes.join('') }
}

/** Pools of every kind of rule, the second of which has a part of the first's; budgets that are soon used up. */
const CONFIG = `version: 1
teams: { fraud-ml: { budget: 200, review: "@acme/fraud-ml" }, search-ml: {} }
models:
  fraud_xgb_v7: { team: fraud-ml, budget: 300, monthly-predictions: 1e6, monthly-value: 900, benchmark-per-1k: 1 }
  product_rec_v3: { team: search-ml, monthly-predictions: 1e6 }
budgets: { repository: 900 }
checks: { approve-above: 100 }
shared:
  - { name: scratch, match: { address: "aws_instance.scratch*" }, method: direct-cost }
  - { name: untrained, match: { lifecycle_phase: trainning }, method: fixed, percent: { fraud-ml: 33.3, gone: 50 } }
  - { name: features, match: { address: "aws_instance.features*" }, method: model-count, to: [search-ml] }
  - { name: fee, method: flat, per-team: 77.77 }
`

const CHANGE_RULES: ReadonlySet<string> = new Set(REVIEW_RULE_IDS)

/** The result without what names the sides. */
function comparable({ resources, findings, ...review }: Review) {
  return { ...review, resources: resources.map(({ address, action, cost }) => ({ address, action, cost })) }
}

const negated = ({ before, after, delta, atLeast }: Change): Change => ({
  before: after,
  after: before,
  delta: (-delta || 0) as Change['delta'],
  atLeast: { before: atLeast.after, after: atLeast.before },
})

const byName = (groups: readonly GroupChange[]) =>
  new Map(groups.map(({ group, cost }) => [JSON.stringify(group), cost]))

describe('what always holds of a review', () => {
  it('a side compared with itself changes nothing', () => {
    fc.assert(
      fc.property(platform, (boxes) => {
        const review = reviewFiles(files(boxes), files(boxes))
        assert.deepEqual(review.resources, [])
        assert.equal(review.total.delta, 0)
        assert.deepEqual([review.findings.new, review.findings.fixed], [[], []])
        assert.equal(review.verdict.status, 'pass')
        for (const { direct, withShared } of review.owned)
          assert.deepEqual([direct.delta, withShared.delta], [0, 0])
        assert.equal(review.approval, undefined)
      }),
      RUNS,
    )
  })

  it('swapping the sides negates every figure', () => {
    fc.assert(
      fc.property(platform, platform, (one, other) => {
        const there = reviewFiles(files(one), files(other))
        const back = reviewFiles(files(other), files(one))
        assert.deepEqual(back.total, negated(there.total))
        for (const dimension of BREAKDOWNS) {
          const expected = there.by[dimension].map(({ group, cost }) => ({ group, cost: negated(cost) }))
          assert.deepEqual(byName(back.by[dimension]), byName(expected))
        }
        const shared = ({ sharing: { byModel, byTeam }, owned }: Review, turn: (cost: Change) => Change) => [
          new Map([...byModel, ...byTeam].map(({ group, cost }) => [JSON.stringify(group), turn(cost)])),
          new Map(
            owned.map(({ direct, withShared, ...cell }) => [
              JSON.stringify(cell),
              [turn(direct), turn(withShared)],
            ]),
          ),
        ]
        assert.deepEqual(
          shared(back, (cost) => cost),
          shared(there, negated),
        )
        const keys = (findings: Review['findings']['new']) =>
          // Growth and budgets have a direction: what shrinks was no growth before.
          findings
            .filter(({ ruleId }) => !CHANGE_RULES.has(ruleId))
            .map(({ address, ruleId, key }) => [address, ruleId, key].join())
            .sort()
        assert.deepEqual(keys(back.findings.fixed), keys(there.findings.new))
      }),
      RUNS,
    )
  })

  it('the groups of every dimension, the matrix and the resources add up to the total', () => {
    fc.assert(
      fc.property(platform, platform, (one, other) => {
        const { total, by, modelPhases, resources, owned, sharing } = reviewFiles(files(one), files(other))
        const add = (costs: readonly Change[]) => [
          costs.reduce((sum, { before }) => sum + before, 0),
          costs.reduce((sum, { after }) => sum + after, 0),
        ]
        for (const dimension of BREAKDOWNS)
          assert.deepEqual(add(by[dimension].map(({ cost }) => cost)), [total.before, total.after])
        const cells = modelPhases.flatMap(({ phases }) => phases.map(({ cost }) => cost))
        assert.deepEqual(add(cells), [total.before, total.after])
        for (const costs of [
          owned.map(({ direct }) => direct),
          owned.map(({ withShared }) => withShared),
          sharing.byModel.map(({ cost }) => cost),
          sharing.byTeam.map(({ cost }) => cost),
        ])
          assert.deepEqual(add(costs), [total.before, total.after])
        const delta = resources.reduce((sum, { cost }) => sum + cost.delta, 0)
        assert.equal(delta, total.delta)
      }),
      RUNS,
    )
  })

  it('the order of blocks and files changes nothing', () => {
    fc.assert(
      fc.property(platform, platform, (one, other) => {
        const straight = reviewFiles(files(one), files(other))
        const { 'main.tf': head, ...config } = files([])
        const split = Object.fromEntries(other.map((text, index) => [`z${other.length - index}.tf`, text]))
        const shuffled = reviewFiles(files([...one].reverse()), { ...config, 'main.tf': head!, ...split })
        const sorted = (review: Review) => {
          const { notPriced, ...rest } = comparable(review)
          return { ...rest, notPriced: [...notPriced].sort((a, b) => (a.address < b.address ? -1 : 1)) }
        }
        assert.deepEqual(sorted(shuffled), sorted(straight))
      }),
      RUNS,
    )
  })
})
