import assert from 'node:assert/strict'
import { findAnomalies } from '../../../core/billing/anomalies/find-anomalies.ts'
import { beginExplanation } from '../../../core/billing/explain/explain.ts'
import type { Explanation } from '../../../core/billing/explain/explanation.ts'
import { withChanges } from '../../../core/billing/explain/with-changes.ts'
import { toDollars } from '../../../core/domain/money.ts'
import { terminalExplanation } from '../../../core/render/terminal/explanation.ts'
import { billOf, CONFIG, dayAt, groupsOf, OPTIONS, type Workload } from '../anomalies/bill-of.ts'

const PLATFORM: readonly Workload[] = [
  { resource: 'endpoint/fraud', cost: (at) => (at >= 53 ? 150 : 100) },
  { resource: 'endpoint/canary', cost: () => 10 },
  { resource: 'i-training', phase: 'training', service: 'Amazon EC2', cost: (at) => (at >= 53 ? 20 : 40) },
  { model: 'fraud_graph_v1', cost: () => 30 },
  { model: 'rank_v2', team: 'search-ml', cost: () => 500 },
]

function explain(kind: 'team' | 'model', name: string, days = 7): Explanation {
  const bill = billOf(60, ...PLATFORM)
  const begun = beginExplanation(bill, findAnomalies(bill, OPTIONS), { asked: { kind, name }, days }, CONFIG)
  return begun.finish(
    groupsOf(60, PLATFORM).filter(({ by }) => by.day! >= begun.explanation.compared.from),
    () => undefined,
  )
}

const steps = ({ steps: path }: Explanation) =>
  path.map(({ by, lines }) => [
    by,
    ...lines.map(({ name, before, after }) => `${name} ${toDollars(before)} ${toDollars(after)}`),
  ])

describe('why a cost is not what it was', () => {
  it('from the team to the resource, each step into the largest change', () => {
    const explanation = explain('team', 'fraud-ml')
    assert.deepEqual(explanation.period, { from: dayAt(53), until: dayAt(60) })
    assert.deepEqual(explanation.compared, { from: dayAt(46), until: dayAt(53) })
    assert.deepEqual(steps(explanation), [
      ['model', 'fraud_xgb_v7 1050 1260', 'fraud_graph_v1 210 210'],
      ['phase', 'inference 770 1120', 'training 280 140'],
      ['service', 'Amazon SageMaker 770 1120'],
      ['resource', 'endpoint/fraud 700 1050', 'endpoint/canary 70 70'],
    ])
  })

  it('each step adds up to what the one before has followed', () => {
    const { steps: path, delta } = explain('team', 'fraud-ml')
    let followed: number = delta
    for (const { lines, rest } of path) {
      assert.equal(lines.reduce((total, line) => total + line.delta, 0) + rest.delta, followed)
      followed = lines[0]!.delta
    }
  })

  it('of a model begins with its phases', () => {
    assert.deepEqual(
      explain('model', 'fraud_xgb_v7').steps.map(({ by }) => by),
      ['phase', 'service', 'resource'],
    )
  })

  it('of nobody says who there is', () => {
    assert.throws(
      () => explain('team', 'nobody'),
      /no charges of the team "nobody". expected one of fraud-ml, search-ml/,
    )
  })

  it('ends with what was merged, for a person to read', () => {
    const change = {
      day: dayAt(52),
      name: '#412',
      title: 'More instances\u001b[31m for fraud',
      url: undefined,
      touched: [
        {
          address: 'aws_sagemaker_endpoint.fraud',
          model: 'fraud_xgb_v7',
          team: 'fraud-ml',
          delta: undefined,
        },
      ],
    }
    const text = terminalExplanation(withChanges(explain('team', 'fraud-ml'), [change]), {
      colour: false,
      width: 80,
    })
    assert.match(text, /^team fraud-ml: \$1,470, \+\$210 \(\+16\.7%\) against \$1,260\n/)
    assert.match(
      text,
      /\n4\. Which resource of Amazon SageMaker\?\n {3}endpoint\/fraud +\$700 +→ \$1,050 +\+\$350\n/,
    )
    assert.match(
      text,
      /\n5\. What was merged meanwhile\?\n.*#412 More instances for fraud\n {5}aws_sagemaker_endpoint\.fraud\n$/,
    )
  })
})
