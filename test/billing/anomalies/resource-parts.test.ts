import assert from 'node:assert/strict'
import { findAnomalies } from '../../../core/billing/anomalies/find-anomalies.ts'
import { resourceParts, resourcesQuery } from '../../../core/billing/anomalies/resource-parts.ts'
import { toDollars } from '../../../core/domain/money.ts'
import { billOf, dayAt, groupsOf, OPTIONS, type Workload } from './bill-of.ts'

const PLATFORM: readonly Workload[] = [
  { resource: 'endpoint/fraud', cost: (at) => (at === 59 ? 300 : 100) },
  { resource: 'endpoint/canary', cost: (at) => (at === 59 ? 5 : 15) },
  { resource: 'bucket/steady', cost: () => 40 },
]
const OTHERS: readonly Workload[] = [
  { resource: 'endpoint/rank', model: 'rank_v2', team: 'search-ml', cost: (at) => at },
]

describe('the resources of an anomaly', () => {
  const bill = billOf(60, ...PLATFORM)
  const [anomaly] = findAnomalies(bill, OPTIONS).anomalies

  it('are asked for by its days and the tags as the bill writes them', () => {
    assert.deepEqual(resourcesQuery([anomaly!], bill).where, [
      { kind: 'is', column: 'day', values: [59, 52, 45, 38, 31, 24, 17].map(dayAt) },
      { kind: 'present', column: 'resource' },
      { kind: 'is', column: 'category', values: ['Usage'] },
      { kind: 'is', column: 'team', values: ['fraud-ml'] },
      { kind: 'is', column: 'model', values: ['fraud_xgb_v7'] },
    ])
  })

  it('are asked for by a missing tag where there is none, and by the currency where there are two', () => {
    const untagged = { model: undefined, team: undefined, cost: (at: number) => (at === 59 ? 300 : 100) }
    const own = billOf(60, untagged)
    const [lost] = findAnomalies(own, OPTIONS).anomalies
    assert.deepEqual(resourcesQuery([lost!], { ...own, isOneCurrency: false }).where.slice(3), [
      { kind: 'is', column: 'currency', values: ['USD'] },
      { kind: 'missing', column: 'team' },
      { kind: 'missing', column: 'model' },
    ])
  })

  it('are those that moved, the largest first, with their address where it is known', () => {
    const days = new Set([anomaly!.day, ...anomaly!.comparedWith])
    const groups = groupsOf(60, [...PLATFORM, ...OTHERS]).filter(({ by }) => days.has(by.day!))
    const addressOf = (resource: string) =>
      resource === 'endpoint/fraud' ? 'aws_sagemaker_endpoint.fraud' : undefined
    assert.deepEqual(
      resourceParts(groups, anomaly!, bill, addressOf).map(({ resource, excess, address }) => [
        resource,
        toDollars(excess),
        address,
      ]),
      [
        ['endpoint/fraud', 200, 'aws_sagemaker_endpoint.fraud'],
        ['endpoint/canary', -10, undefined],
      ],
    )
  })
})
