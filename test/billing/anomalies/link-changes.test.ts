import assert from 'node:assert/strict'
import type { MergedChange } from '../../../core/billing/anomalies/anomaly.ts'
import { findAnomalies } from '../../../core/billing/anomalies/find-anomalies.ts'
import { linkChanges } from '../../../core/billing/anomalies/link-changes.ts'
import { usd } from '../../../core/domain/money.ts'
import { billOf, dayAt, OPTIONS } from './bill-of.ts'

const change = (at: number, model: string | undefined, team: string | undefined): MergedChange => ({
  day: dayAt(at),
  name: `#${at}`,
  title: 'More instances',
  url: undefined,
  touched: [
    { address: 'aws_instance.other', model: 'rank_v2', team: 'search-ml', delta: usd(1) },
    { address: 'aws_sagemaker_endpoint.fraud', model, team, delta: usd(900) },
  ],
})

const linked = (...changes: readonly MergedChange[]) => {
  const bill = billOf(60, { cost: (at) => (at >= 57 ? 300 : 100) })
  const [anomaly] = linkChanges(findAnomalies(bill, OPTIONS), changes).anomalies
  return anomaly!.changes.map(({ name, touched }) => [name, ...touched.map(({ address }) => address)])
}

describe('changes that an anomaly follows upon', () => {
  it('are those of the week until it began that touched its model, and only what they touched of it', () => {
    assert.deepEqual(
      linked(
        change(49, 'fraud_xgb_v7', 'fraud-ml'),
        change(50, 'fraud_xgb_v7', 'fraud-ml'),
        change(57, 'fraud_xgb_v7', 'fraud-ml'),
        change(58, 'fraud_xgb_v7', 'fraud-ml'),
        change(56, 'fraud_graph_v1', 'fraud-ml'),
      ),
      [
        ['#57', 'aws_sagemaker_endpoint.fraud'],
        ['#50', 'aws_sagemaker_endpoint.fraud'],
      ],
    )
  })

  it('are those that touched its resources, too, whoever they are attributed to', () => {
    const bill = billOf(60, { cost: (at) => (at >= 57 ? 300 : 100) })
    const report = findAnomalies(bill, OPTIONS)
    const resource = {
      resource: 'endpoint/fraud',
      name: undefined,
      service: undefined,
      excess: usd(200),
      address: 'aws_sagemaker_endpoint.fraud',
    }
    const known = {
      ...report,
      anomalies: report.anomalies.map((each) => ({ ...each, resources: [resource] })),
    }
    const [anomaly] = linkChanges(known, [change(56, undefined, undefined)]).anomalies
    assert.deepEqual(
      anomaly!.changes.map(({ name, touched }) => [name, touched.length]),
      [['#56', 1]],
    )
  })

  it('are three at most', () => {
    const many = Array.from({ length: 9 }, () => change(56, 'fraud_xgb_v7', 'fraud-ml'))
    assert.equal(linked(...many).length, 3)
  })
})
