import assert from 'node:assert/strict'
import { completeDays } from '../../../core/billing/anomalies/complete-days.ts'
import { findAnomalies } from '../../../core/billing/anomalies/find-anomalies.ts'
import { billOf, dayAt, isWeekend, OPTIONS } from './bill-of.ts'

describe('the last complete day', () => {
  it('is the last of a bill that is whole', () => {
    assert.deepEqual(completeDays(billOf(30, { cost: () => 100 }), undefined), {
      asOf: dayAt(29),
      incomplete: [],
    })
  })

  it('is not one that has few of its charges, or little of its cost', () => {
    const hours = (at: number) => (at === 29 ? 6 : at === 28 ? 15 : 24)
    const bill = billOf(30, { cost: (at) => (100 * hours(at)) / 24, rows: hours })
    assert.deepEqual(completeDays(bill, undefined), {
      asOf: dayAt(27),
      incomplete: [
        { day: dayAt(28), because: 'it has 63 % of the charges that such a day has' },
        { day: dayAt(29), because: 'it has 25 % of the charges that such a day has' },
      ],
    })
    const daily = billOf(30, { cost: (at) => (at === 29 ? 20 : 100), rows: () => 1 })
    assert.equal(completeDays(daily, undefined).asOf, dayAt(28))
  })

  it('may be a weekend, on which less is used every week', () => {
    const office = (at: number) => (isWeekend(at) ? 2 : 24)
    const bill = billOf(28, { cost: (at) => office(at) * 5, rows: office })
    assert.equal(completeDays(bill, undefined).asOf, dayAt(27))
  })

  it('is not today, nor what the bill has of later days', () => {
    const bill = billOf(30, { cost: () => 100 })
    assert.equal(completeDays(bill, dayAt(29)).asOf, dayAt(28))
    assert.equal(completeDays(bill, dayAt(40)).asOf, dayAt(29))
  })

  it('lies three days back at most: a platform that was shut down is no bill that still comes in', () => {
    const bill = billOf(30, { cost: (at) => (at >= 20 ? 1 : 100) })
    assert.equal(completeDays(bill, undefined).asOf, dayAt(26))
  })

  it('is named where a bill has no such day', () => {
    const bill = billOf(30, { cost: () => 100 })
    assert.throws(
      () => findAnomalies(bill, { ...OPTIONS, asOf: '2027-01-01' }),
      /no charges on 2027-01-01. expected/,
    )
    assert.throws(() => completeDays(bill, dayAt(0)), /no day whose charges are all there/)
  })
})
