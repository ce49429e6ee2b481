import assert from 'node:assert/strict'
import type { FailOn } from '../../core/config/config.ts'
import { renderers } from '../../core/render/index.ts'
import { summarySentence } from '../../core/render/report/summary-sentence.ts'
import { scopeText, unitPriceText } from '../../core/render/report/unit-costs.ts'
import { type Files, reviewFiles } from '../support/review-files.ts'

const tags = (team: string, model: string, environment = 'production') =>
  `tags = { team = "${team}", model_id = "${model}", lifecycle_phase = "inference", environment = "${environment}", project = "p", cost_center = "eng-a", created_by = "ada" }`

/** A scorer of fraud-ml that may grow, and a box of the platform that serves everybody. */
function platform(size: string, config: string): Files {
  return {
    'ascribe.yml': `version: 1\n${config}`,
    'main.tf': `provider "aws" { region = "us-east-1" }
resource "aws_instance" "scorer" {
  instance_type = "${size}"
  ${tags('fraud-ml', 'fraud_xgb_v7')}
}
resource "aws_instance" "grafana" {
  instance_type = "m5.large"
  ${tags('ml-platform', 'shared')}
}
`,
  }
}

const review = (config: string) => reviewFiles(platform('m5.large', config), platform('m5.xlarge', config))
const everywhere = (config: string) => {
  const made = review(config)
  const options = { colour: false, width: 100 }
  return (['terminal', 'markdown', 'html'] as const).map((format) =>
    renderers.review[format](made, options).replace(/\s+/g, ' '),
  )
}
const GRAFANA = 'match: { address: aws_instance.grafana }'

describe('every report', () => {
  it('says how a pool is split, and when that was agreed on', () => {
    const pool = `shared: [{ name: monitoring, ${GRAFANA}, method: even, reviewed: 2026-11-01 }]\n`
    for (const text of everywhere(pool))
      assert.match(text, /monitoring is split evenly among the teams.*, reviewed 2026-11-01\./)
  })

  it('says what two pools match', () => {
    const pools = `shared:
  - { name: dashboards, ${GRAFANA}, method: even }
  - { name: boxes, match: { model_id: shared }, method: even }
`
    for (const text of everywhere(pools))
      assert.match(text, /What it matches too is in dashboards, which comes first\./)
    assert.deepEqual(
      review(pools).sharing.pools.map(({ methodology, amount }) => [methodology, amount.after]),
      [
        [
          "dashboards is split evenly among the teams, within a team by its models' direct costs.",
          70_080_000,
        ],
        [
          "boxes is split evenly among the teams, within a team by its models' direct costs. What it matches too is in dashboards, which comes first.",
          0,
        ],
      ],
    )
  })

  it('shows the part of a pool that nobody is given, and why', () => {
    const pool = `shared: [{ name: cluster, ${GRAFANA}, method: pod-requests }]\n`
    for (const text of everywhere(pool))
      assert.match(text, /Unallocated: no pod with a known owner and cost runs there\./)
    const json = JSON.parse(renderers.review.json(review(pool), { colour: false, width: 80 }))
    assert.equal(json.sharing.pools[0].unallocated.after, 70.08)
    assert.deepEqual(
      json.sharing.byTeam.map(({ kind, value, cost }: Record<string, { after?: number }>) => [
        value ?? kind,
        cost!.after,
      ]),
      [
        ['fraud-ml', 140.16],
        ['unallocated', 70.08],
      ],
    )
  })

  it('gives no grade to a model whose value nobody states, and says so', () => {
    const config = 'models: { fraud_xgb_v7: { team: fraud-ml, monthly-predictions: 1e6 } }\n'
    for (const text of everywhere(config)) {
      assert.match(text, /\$0\.070.*\$0\.14/)
      assert.match(text, /not scored; its monthly value is not stated; it has no benchmark/)
      assert.doesNotMatch(text, /LOSS|loss-making|grade D/)
    }
  })

  it('names the environments whose costs count', () => {
    const config = (environments: string) =>
      `models: { fraud_xgb_v7: { team: fraud-ml, monthly-predictions: 1e6 } }\n${environments}`
    const scope = (environments: string) => scopeText(review(config(environments)).economics)
    assert.equal(scope(''), 'production')
    assert.equal(scope('economics: { environments: [production, staging] }\n'), 'production, staging')
    assert.equal(scope('economics: { environments: ["*"] }\n'), 'all environments')
    assert.deepEqual(review(config('economics: { environments: [staging] }\n')).economics.models, [])
  })
})

describe('a change that fails by its budget alone', () => {
  it('does not ask to fix tags before the merge', () => {
    const untagged = (size: string) => {
      const { 'main.tf': main, ...rest } = platform(size, 'budgets: { repository: 150 }\n')
      return { ...rest, 'main.tf': main!.replaceAll('team = "fraud-ml", ', size === 'm5.large' ? '$&' : '') }
    }
    const text = (failOn: FailOn) =>
      renderers.review.markdown(reviewFiles(untagged('m5.large'), untagged('m5.xlarge'), failOn), {
        colour: false,
        width: 80,
      })
    assert.match(text('budget'), /❌ failed: 1 new tag violation, the repository is at 140 % of its budget/)
    assert.doesNotMatch(text('budget'), /fix these to merge/)
    assert.match(text('new-errors'), /fix these to merge/)
  })
})

describe('the change in a sentence', () => {
  it('says what is known and nothing else', () => {
    assert.equal(
      summarySentence(review('')),
      'This change adds $70 a month to fraud_xgb_v7 (inference, fraud-ml); 100.0% of the money has an owner.',
    )
    const same = platform('m5.large', '')
    assert.equal(summarySentence(reviewFiles(same, same)), undefined)
    assert.match(
      summarySentence(reviewFiles(platform('m5.xlarge', ''), same))!,
      /^This change takes \$70 a month off fraud_xgb_v7/,
    )
  })
})

describe('the price of 1,000 predictions', () => {
  for (const [dollars, text] of [
    [12.345, '$12.35'],
    [0.0644, '$0.064'],
    [0.5, '$0.50'],
    [0.0001234, '$0.00012'],
    [1e-9, '<$0.000001'],
    [0, '<$0.000001'],
  ] as const)
    it(`of ${dollars} is ${text}`, () => assert.equal(unitPriceText(dollars, '$'), text))
})
