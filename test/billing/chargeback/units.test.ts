import assert from 'node:assert/strict'
import fc from 'fast-check'
import { unitRate } from '../../../core/billing/chargeback/unit-rate.ts'
import { type Decimal, fromNumber, readDecimal, SCALE, writeDecimal } from '../../../core/billing/decimal.ts'
import type { Usd } from '../../../core/domain/money.ts'
import '../../support/fixed-seed.ts'
import { anyBill } from './any-bill.ts'
import { charge, configOf, FRAUD, MONITORING, PLATFORM, RANK, recordsOf, type Told } from './story.ts'

const unitsOf = (category: string, groups: Parameters<typeof recordsOf>[0], more: Told = {}) => {
  const { units } = recordsOf(groups, more).records.find((record) =>
    [record.category.kind, record.category.name].includes(category),
  )!
  return units.kind === 'none' ? units.because : `${writeDecimal(units.units)} ${units.unit} at ${units.rate}`
}

/** `units × rate` in cents, exactly, halves away from zero. */
function cents(units: Decimal, rate: string): bigint {
  const [whole = '', fraction = ''] = rate.replace('-', '').split('.')
  const scale = 10n ** BigInt(SCALE + fraction.length - 2)
  const product = BigInt(whole + fraction) * units
  const rounded = (2n * product + scale) / (2n * scale)
  return rate.startsWith('-') ? -rounded : rounded
}

describe('units of a record', () => {
  it('are what its charges consumed, at what a unit came to', () => {
    assert.equal(unitsOf('training', [charge('20', FRAUD, '7'), charge('10', FRAUD, '1')]), '8 Hours at 3.75')
  })

  it('are none where charges are in several units, or some in none', () => {
    const store = charge('3', { ...FRAUD, unit: 'GB-Months' })
    assert.equal(
      unitsOf('training', [charge('20', FRAUD), store]),
      'its charges are in several units: GB-Months, Hours',
    )
    const unitless = charge('3', { ...FRAUD, unit: undefined })
    assert.equal(unitsOf('training', [charge('20', FRAUD), unitless]), 'some of its charges have no unit')
  })

  it('are never 0, and a part of a pool has none', () => {
    assert.equal(unitsOf('training', [charge('20', FRAUD, '0')]), 'its charges consumed no Hours')
    assert.equal(
      unitsOf('monitoring', [charge('20', FRAUD), charge('8', MONITORING)]),
      'a part of a pool has no units of its own',
    )
  })

  it('of serving a model are its predictions of the period, where they were counted', () => {
    const volumes = new Map([['rank_v2', { predictions: 4_000_000, value: undefined }]])
    assert.equal(unitsOf('inference', [charge('10', RANK)], { volumes }), '4000000 Predictions at 0.0000025')
    const another = charge('2', { ...RANK, team: 'fraud-ml' })
    // Two teams serve it: nobody says who made which.
    assert.equal(unitsOf('inference', [charge('10', RANK), another], { volumes }), '1 Hours at 2')
  })

  it('of a fee are the months of the period', () => {
    const config = configOf(PLATFORM)
    const bill = [charge('30', FRAUD), charge('90', { team: 'ml-platform', model: 'shared' })]
    assert.equal(unitsOf('fee', bill, { config }), '1 Months at 5')
    assert.equal(unitsOf('fee', bill, { config, period: '2026-Q4' }), '3 Months at 5')
  })

  it('times the rate are the amount to the cent, however many digits that takes', () => {
    const micros = fc.integer({ min: -1e9, max: 1e9 }).map((all) => (all * 10_000) as Usd)
    const units = fc.oneof(
      fc.bigInt({ min: 1n, max: 10n ** 28n }).map((all) => all as Decimal),
      fc.constantFrom('0.0000000001', '3', '42000000', '999999999999').map((text) => readDecimal(text)!),
    )
    fc.assert(
      fc.property(micros, units, (amount, of) => {
        assert.equal(cents(of, unitRate(amount, of)), BigInt(amount) / 10_000n)
      }),
    )
    assert.equal(unitRate(12_000_000 as Usd, fromNumber(8)), '1.5')
    assert.equal(unitRate(-12_000_000 as Usd, fromNumber(8)), '-1.5')
    fc.assert(
      fc.property(anyBill, (groups) => {
        fc.pre(groups.length > 0)
        for (const { units: has, amount } of recordsOf(groups).records)
          if (has.kind === 'known') assert.equal(cents(has.units, has.rate), BigInt(amount) / 10_000n)
      }),
    )
  })
})
