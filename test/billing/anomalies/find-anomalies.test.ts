import assert from 'node:assert/strict'
import fc from 'fast-check'
import type { AnomalyReport } from '../../../core/billing/anomalies/anomaly.ts'
import { type AnomalyOptions, findAnomalies } from '../../../core/billing/anomalies/find-anomalies.ts'
import { toDollars } from '../../../core/domain/money.ts'
import '../../support/fixed-seed.ts'
import { billOf, dayAt, isWeekend, OPTIONS, type Workload } from './bill-of.ts'

const found = (
  days: number,
  workloads: readonly Workload[],
  options: Partial<AnomalyOptions> = {},
): AnomalyReport => findAnomalies(billOf(days, ...workloads), { ...OPTIONS, ...options })

const lines = (report: AnomalyReport) =>
  report.anomalies.map(({ subject, kind, severity, cost, baseline, since, day }) =>
    [
      kind,
      severity,
      subject.kind,
      subject.model,
      subject.team,
      toDollars(cost),
      toDollars(baseline),
      since,
      day,
    ].join(' '),
  )

const flat = (dollars: number): Workload => ({ cost: () => dollars, rows: () => 100 })
const spike = (usual: (at: number) => number, at: number, factor: number): Workload => ({
  cost: (day) => (day === at ? factor * usual(day) : usual(day)),
})

describe('anomalies of a bill', () => {
  it('a model at 180 % of its usual cost is one; at 140 % it is not', () => {
    assert.deepEqual(lines(found(60, [spike(() => 100, 59, 1.8)])), [
      `spike warning model fraud_xgb_v7 fraud-ml 180 100 ${dayAt(59)} ${dayAt(59)}`,
    ])
    assert.deepEqual(lines(found(60, [spike(() => 100, 59, 1.4)])), [])
    assert.deepEqual(
      lines(found(60, [spike(() => 100, 59, 3.5)]))
        .join()
        .split(' ')[1],
      'critical',
    )
  })

  it('a few dollars are none, however many times the usual', () => {
    assert.deepEqual(lines(found(60, [spike(() => 2, 59, 10)])), [])
    assert.deepEqual(lines(found(60, [spike(() => 2, 59, 10)], { leastExcess: 10 })).length, 1)
  })

  it('weekends and weekly training are ordinary; training on another day is not', () => {
    const office = (at: number) => (isWeekend(at) ? 10 : 100)
    const weekly = (at: number) => (at % 7 === 0 ? 500 : 5)
    for (const cost of [office, weekly])
      assert.deepEqual(lines(found(70, [{ cost }], { since: dayAt(28) })), [])
    // The 59th day is a Wednesday: on Mondays it would be nothing.
    const extra = { cost: (at: number) => (at === 58 ? 500 : weekly(at)) }
    assert.deepEqual(lines(found(59, [extra])), [
      `spike critical model fraud_xgb_v7 fraud-ml 500 5 ${dayAt(58)} ${dayAt(58)}`,
    ])
  })

  it('a cent above a constant history is none, and the spread has a floor', () => {
    assert.deepEqual(lines(found(60, [spike(() => 100, 59, 1.0001)])), [])
    const [anomaly] = found(60, [spike(() => 100, 59, 2)]).anomalies
    assert.equal(anomaly!.z, 20)
  })

  it('an old spike hides no new one', () => {
    const twice: Workload = { cost: (at) => (at === 52 || at === 59 ? 300 : 100) }
    assert.equal(found(60, [twice]).anomalies.length, 1)
    assert.equal(found(60, [twice], { rule: 'z-score' }).anomalies.length, 1)
    const week: Workload = { cost: (at) => (at >= 50 && at <= 54 ? 300 : at === 59 ? 250 : 100) }
    assert.equal(found(60, [week]).anomalies.length, 1)
    assert.equal(
      found(60, [week], { rule: 'z-score' }).anomalies.length,
      0,
      'the plain form is blind for a fortnight',
    )
  })

  it('what was never there is a new cost, without a percentage', () => {
    const fresh: Workload = { model: 'fraud_graph_v1', cost: (at) => (at < 59 ? undefined : 80) }
    const report = found(60, [flat(500), fresh])
    assert.deepEqual(lines(report), [
      `new warning model fraud_graph_v1 fraud-ml 80 0 ${dayAt(59)} ${dayAt(59)}`,
    ])
    assert.equal(report.anomalies[0]!.above, undefined)
    assert.equal(report.anomalies[0]!.z, undefined)
  })

  it('days without a charge cost nothing, and none is counted before the first', () => {
    // Trained on Mondays only since the 30th day: two Mondays more are usual.
    const rare: Workload = {
      model: 'fraud_graph_v1',
      cost: (at) => (at >= 28 && at % 7 === 0 ? 300 : undefined),
    }
    assert.deepEqual(lines(found(64, [flat(500), rare])), [])
  })

  it('a history below three weeks is compared with its median, and says so', () => {
    const young: Workload = {
      model: 'fraud_graph_v1',
      cost: (at) => (at < 50 ? undefined : at === 59 ? 200 : 100),
    }
    const [anomaly] = found(60, [flat(1000), young]).anomalies
    assert.equal(anomaly!.isShortHistory, true)
    assert.equal(anomaly!.z, undefined)
    assert.equal(toDollars(anomaly!.baseline), 100)
  })

  it('a bill with a gap has no days of no cost in it', () => {
    const gap: Workload = { cost: (at) => (at >= 45 && at < 52 ? undefined : 100) }
    assert.deepEqual(lines(found(60, [gap], { drops: true })), [])
  })

  it('a pipeline that died is told where drops are asked for', () => {
    const died: Workload = { model: 'fraud_graph_v1', cost: (at) => (at >= 58 ? undefined : 100) }
    assert.deepEqual(lines(found(60, [flat(1000), died])), [])
    assert.deepEqual(lines(found(60, [flat(1000), died], { drops: true })), [
      `drop notice model fraud_graph_v1 fraud-ml 0 100 ${dayAt(58)} ${dayAt(59)}`,
    ])
  })

  it('days in a row are one anomaly, with all of its cost', () => {
    const week: Workload = { cost: (at) => (at >= 56 ? 200 : 100) }
    const [anomaly, ...others] = found(60, [week], { since: dayAt(40) }).anomalies
    assert.deepEqual(others, [])
    assert.equal(anomaly!.days, 4)
    assert.equal(anomaly!.isOngoing, true)
    assert.equal(toDollars(anomaly!.excessSoFar), 400)
    assert.equal(found(60, [week]).anomalies[0]!.since, dayAt(56), 'also where only the last day is judged')
  })

  it('a team is named for itself only where no model of it explains the difference', () => {
    const models = ['a', 'b', 'c', 'd', 'e'].map(
      (model): Workload => ({ ...spike(() => 30, 59, 1.7), model }),
    )
    assert.deepEqual(lines(found(60, models)), [
      `spike warning team  fraud-ml 255 150 ${dayAt(59)} ${dayAt(59)}`,
    ])
    const other: Workload = { cost: () => 100, model: 'fraud_graph_v1' }
    assert.deepEqual(
      found(60, [other, spike(() => 200, 59, 4)]).anomalies.map(({ subject }) => subject.kind),
      ['model'],
    )
  })

  it('charges without model and team are watched, too; taxes and credits are no use', () => {
    const untagged: Workload = { model: undefined, team: undefined, ...spike(() => 50, 59, 4) }
    const tax: Workload = { cost: (at) => (at === 59 ? 900 : undefined), category: 'Tax' }
    assert.deepEqual(lines(found(60, [flat(100), untagged, tax])), [
      `spike critical model   200 50 ${dayAt(59)} ${dayAt(59)}`,
    ])
  })

  it('the difference is split by phase and service, the largest first', () => {
    const [anomaly] = found(60, [
      spike(() => 100, 59, 2),
      { ...spike(() => 20, 59, 3), phase: 'training', service: 'Amazon EC2' },
      { ...flat(10), phase: 'monitoring', service: 'Amazon CloudWatch' },
    ]).anomalies
    assert.deepEqual(
      anomaly!.because.map(({ phase, service, excess }) => [phase, service, toDollars(excess)]),
      [
        ['inference', 'Amazon SageMaker', 100],
        ['training', 'Amazon EC2', 40],
      ],
    )
  })

  it('a day is judged alike whatever comes after it', () => {
    const costs = fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 50, maxLength: 60 })
    fc.assert(
      fc.property(costs, fc.integer({ min: 30, max: 49 }), (dollars, at) => {
        const workload: Workload = { cost: (day) => dollars[day]! }
        const asOf = dayAt(at)
        assert.deepEqual(
          found(dollars.length, [workload], { asOf }).anomalies,
          found(at + 1, [workload], { asOf }).anomalies,
        )
      }),
      { numRuns: 50 },
    )
  })
})

describe('the rules by name', () => {
  it('z-score is WARNING above 2.5 standard deviations of a fortnight, CRITICAL above 4', () => {
    const noisy = (at: number) => 100 + (at % 2 === 0 ? 10 : -10)
    const severity = (cost: number) =>
      found(60, [{ cost: (at) => (at === 59 ? cost : noisy(at)) }], { rule: 'z-score' }).anomalies[0]
        ?.severity
    // The sample's deviation is 10.38: with one less than there are.
    assert.equal(severity(125.9), undefined)
    assert.equal(severity(126), 'warning')
    assert.equal(severity(141.4), 'warning')
    assert.equal(severity(141.6), 'critical')
  })

  it('z-score has no division by zero: a cent above a constant history alerts without a figure', () => {
    const [anomaly] = found(60, [spike(() => 100, 59, 1.0001)], { rule: 'z-score' }).anomalies
    assert.equal(anomaly!.z, undefined)
    assert.equal(anomaly!.severity, 'critical')
  })

  it('percent-150 is above 150 % of the mean of a fortnight', () => {
    const at = (factor: number) =>
      found(60, [spike(() => 100, 59, factor)], { rule: 'percent-150' }).anomalies.length
    assert.deepEqual([at(1.5), at(1.51)], [0, 1])
  })
})
