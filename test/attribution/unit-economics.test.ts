import assert from 'node:assert/strict'
import { unitEconomics } from '../../core/attribution/unit-economics.ts'
import { DEFAULT_ECONOMICS } from '../../core/config/economics.ts'
import { usd } from '../../core/domain/money.ts'
import { rangeAt } from '../support/review.ts'

interface Stated {
  readonly cost: number
  readonly predictions?: number
  readonly value?: number
  readonly benchmark?: number
  readonly incomplete?: string
}

function economics({ cost, predictions, value, benchmark, incomplete }: Stated) {
  const model = {
    team: 'fraud-ml',
    project: undefined,
    budget: undefined,
    monthlyPredictions: predictions,
    monthlyValue: value,
    benchmarkPer1k: benchmark,
    criticality: undefined,
    range: rangeAt('ascribe.yml', 1, 'fraud_xgb_v7'),
  }
  return unitEconomics({ cost: usd(cost), atLeast: false, incomplete }, model, DEFAULT_ECONOMICS)
}

describe('unit economics', () => {
  it('of a model that earns ten times its cost at half the benchmark', () => {
    const { perPrediction, perThousand, roi, efficiency, score, parts, grade, priority } = economics({
      cost: 2000,
      predictions: 40e6,
      value: 22_000,
      benchmark: 0.025,
    })
    assert.deepEqual([perPrediction, perThousand], [0.00005, 0.05])
    assert.deepEqual([roi, efficiency], [10, 'HIGH_ROI'])
    assert.deepEqual(parts, { roi: 1, benchmark: 0.5 })
    assert.deepEqual([score, grade, priority], [0.8, 'B', 'MEDIUM'])
  })

  for (const [value, efficiency] of [
    [1001, 'HIGH_ROI'],
    [1000, 'MODERATE_ROI'],
    [301, 'MODERATE_ROI'],
    [300, 'LOW_ROI'],
    [101, 'LOW_ROI'],
    [100, 'LOSS_MAKING'],
    [0, 'LOSS_MAKING'],
  ] as const)
    it(`$100 that bring $${value} are ${efficiency}`, () => {
      assert.equal(economics({ cost: 100, value }).efficiency, efficiency)
    })

  it('a value that nobody states is no loss', () => {
    const unknown = economics({ cost: 100, predictions: 1e6 })
    assert.deepEqual(
      [unknown.roi, unknown.efficiency, unknown.score, unknown.grade, unknown.priority],
      [undefined, 'unknown', undefined, 'unknown', 'unknown'],
    )
    assert.deepEqual(unknown.because, ['its monthly value is not stated', 'it has no benchmark'])
  })

  it('a model without cost is no bargain', () => {
    const free = economics({ cost: 0, predictions: 1e6, value: 5000, benchmark: 1 })
    assert.deepEqual(
      [free.perThousand, free.roi, free.efficiency, free.grade],
      [undefined, undefined, 'unknown', 'unknown'],
    )
    assert.deepEqual(free.because, ['no cost is recorded'])
  })

  it('an idle model has no cost per prediction, and no benchmark is beaten by it', () => {
    const idle = economics({ cost: 100, predictions: 0, value: 5000, benchmark: 1 })
    assert.deepEqual([idle.perThousand, idle.parts.benchmark], [undefined, undefined])
    assert.deepEqual(idle.because, ['it makes no predictions'])
  })

  it('a part that is not known is left out of the score', () => {
    const { score, parts, grade } = economics({ cost: 100, value: 600 })
    assert.deepEqual([parts, score, grade], [{ roi: 0.5, benchmark: undefined }, 0.5, 'C'])
  })

  it('losses and bargains are bounded', () => {
    const { score, parts } = economics({ cost: 10_000, predictions: 1e9, value: 0, benchmark: 5 })
    assert.deepEqual([parts, score], [{ roi: 0, benchmark: 1 }, 0.4])
  })

  it('half a cost is not graded', () => {
    const half = economics({
      cost: 100,
      predictions: 1e6,
      value: 5000,
      benchmark: 1,
      incomplete: 'one has no price',
    })
    assert.deepEqual([half.perThousand, half.roi, half.grade], [0.1, undefined, 'unknown'])
    assert.deepEqual(half.because, ['one has no price'])
  })
})
