import assert from 'node:assert/strict'
import type { Chargeback } from '../../../core/billing/chargeback/record.ts'
import { writeDecimal } from '../../../core/billing/decimal.ts'
import { billOf, CONTROL_PLANE, charge, FRAUD, RANK, recordsOf } from './story.ts'

const on = (day: string, cost: string, by: Parameters<typeof charge>[1]) => charge(cost, { ...by, day })
/** Two teams on a platform that costs 40 by the 17th; each pays a fee of 5 a month. */
const UNTIL_17 = ['2026-10-01', '2026-10-16', '2026-10-17'].flatMap((day) => [
  on(day, '10', FRAUD),
  on(day, '10', RANK),
  on(day, '13.34', CONTROL_PLANE),
])
const feesOf = ({ records }: Chargeback) => records.filter(({ category }) => category.kind === 'fee')

describe('the flat fee of a month that is not over', () => {
  it('is for the days that have passed, and its record says so', () => {
    const made = recordsOf(UNTIL_17)
    assert.deepEqual(
      feesOf(made).map(({ amount, units }) => [amount / 1e6, units.kind === 'known' && units]),
      feesOf(made).map(() => [
        2.74,
        { kind: 'known', units: 5_483_870_968n, unit: 'Months', rate: '4.996471' },
      ]),
    )
    assert.equal(
      made.records.reduce((sum, { amount }) => sum + amount, 0),
      made.total,
      'what the fee does not cover stays with the platform',
    )
  })

  it('is whole once the month is over, also where a tax is dated ahead of the days', () => {
    const last = [on('2026-10-31', '1', FRAUD), on('2026-10-31', '1', RANK)]
    const fees = (groups: typeof UNTIL_17) => feesOf(recordsOf(groups)).map(({ amount }) => amount / 1e6)
    assert.deepEqual(fees([...UNTIL_17, ...last]), [5, 5])
    const tax = on('2026-10-25', '4', { category: 'Tax' })
    assert.deepEqual(fees([...UNTIL_17, tax]), [2.74, 2.74])
  })

  it('of a quarter counts the months that are there', () => {
    const [fee] = feesOf(recordsOf([...UNTIL_17, on('2026-11-30', '1', FRAUD)], { period: '2026-Q4' }))
    assert.equal(fee!.amount / 1e6, 10)
    assert.equal(fee!.units.kind === 'known' && writeDecimal(fee!.units.units), '2')
  })

  it('reports name the last of those days', () =>
    assert.deepEqual(billOf(UNTIL_17).soFar, { from: '2026-10-01', until: '2026-10-18' }))
})
