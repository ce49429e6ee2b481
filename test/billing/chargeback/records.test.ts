import assert from 'node:assert/strict'
import fc from 'fast-check'
import { amountDigits } from '../../../core/billing/chargeback/amount-digits.ts'
import { categoryText } from '../../../core/billing/chargeback/cost-category.ts'
import { modeNotes, modeOf } from '../../../core/billing/chargeback/mode.ts'
import { type ChargebackRecord, recordId } from '../../../core/billing/chargeback/record.ts'
import { toCents } from '../../../core/billing/chargeback/to-cents.ts'
import { type Decimal, toCents as decimalCents, total } from '../../../core/billing/decimal.ts'
import { DEFAULT_BILL } from '../../../core/config/bill.ts'
import { sum, type Usd } from '../../../core/domain/money.ts'
import '../../support/fixed-seed.ts'
import { anyBill } from './any-bill.ts'
import { CONTROL_PLANE, charge, configOf, FRAUD, MONITORING, PLATFORM, RANK, recordsOf } from './story.ts'

const told = (records: readonly ChargebackRecord[]) =>
  records.map(({ status, targetTeam, model, category, amount }) =>
    [status, targetTeam ?? '-', model ?? '-', categoryText(category), amountDigits(amount)].join(' | '),
  )

const OCTOBER = [
  charge('30', FRAUD, '10'),
  charge('10', RANK, '4'),
  charge('8', MONITORING),
  charge('25', CONTROL_PLANE),
  charge('5', { team: 'fraud-ml' }),
  charge('3', { ...FRAUD, category: 'Tax' }),
  charge('-2', { category: 'Credit' }),
  charge('4', { category: 'Usage', commitment: 'Unused' }),
]

describe('chargeback records', () => {
  it('say who carries each part of the bill, one for each team, model and category', () => {
    assert.deepEqual(told(recordsOf(OCTOBER, { mode: 'chargeback' }).records), [
      'retained | - | - | credit | -2.00',
      'retained | - | - | tax | 3.00',
      'retained | - | - | unused-commitment | 4.00',
      'unassigned | - | - | untagged | 5.00',
      'chargeback | fraud-ml | - | fee: platform fee | 5.00',
      'chargeback | fraud-ml | fraud_xgb_v7 | shared: monitoring | 4.00',
      'chargeback | fraud-ml | fraud_xgb_v7 | training | 30.00',
      'retained | ml-platform | shared | kept: platform fee | 15.00',
      'chargeback | search-ml | - | fee: platform fee | 5.00',
      'chargeback | search-ml | rank_v2 | inference | 10.00',
      'chargeback | search-ml | rank_v2 | shared: monitoring | 4.00',
    ])
  })

  it('leave foundations with the platform that no pool takes', () => {
    const config = configOf('version: 1\nteams: { fraud-ml: {}, ml-platform: {} }\n')
    assert.deepEqual(
      told(recordsOf([charge('30', FRAUD), charge('25', CONTROL_PLANE)], { config }).records),
      [
        'showback | fraud-ml | fraud_xgb_v7 | training | 30.00',
        'retained | ml-platform | shared | foundations | 25.00',
      ],
    )
  })

  it('charge taxes and unused commitments to whom their tags name where nothing is to be apart, in categories of their own', () => {
    const config = configOf(`${PLATFORM}bill: { apart: [] }\n`)
    const unused = charge('4', { ...FRAUD, commitment: 'Unused' })
    assert.deepEqual(
      told(
        recordsOf([charge('30', FRAUD), charge('3', { ...FRAUD, category: 'Tax' }), unused], { config })
          .records,
      ),
      [
        'showback | fraud-ml | fraud_xgb_v7 | tax | 3.00',
        'showback | fraud-ml | fraud_xgb_v7 | unused-commitment | 4.00',
        'showback | fraud-ml | fraud_xgb_v7 | training | 30.00',
      ],
    )
  })

  it('keep what adds up to nothing: a charge and its refund are two records, and a free model is one', () => {
    const refund = charge('-30', { ...FRAUD, category: 'Adjustment' })
    assert.deepEqual(told(recordsOf([charge('30', FRAUD), refund, charge('0', RANK)]).records), [
      'showback | fraud-ml | fraud_xgb_v7 | adjustment | -30.00',
      'showback | fraud-ml | fraud_xgb_v7 | training | 30.00',
      'showback | search-ml | rank_v2 | inference | 0.00',
    ])
  })

  it('come from the team that ascribe.yml names, else the one that runs what is shared, else nobody', () => {
    const sourceOf = (yml: string, ...groups: readonly (typeof OCTOBER)[number][]) =>
      recordsOf(groups, { config: configOf(yml) }).records[0]?.sourceTeam
    assert.equal(sourceOf(`${PLATFORM}bill: { platform-team: finops }\n`, charge('8', MONITORING)), 'finops')
    assert.equal(sourceOf(PLATFORM, charge('8', MONITORING)), 'ml-platform')
    assert.equal(sourceOf(PLATFORM, charge('30', FRAUD)), undefined)
  })

  it('are a third of a cent short by record and right in all: the cent goes to the first', () => {
    const thirds = ['a', 'b', 'c'].map((model) => charge('0.0033333333', { ...FRAUD, model }))
    assert.deepEqual(told(recordsOf(thirds).records), [
      'showback | fraud-ml | a | training | 0.01',
      'showback | fraud-ml | b | training | 0.00',
      'showback | fraud-ml | c | training | 0.00',
    ])
  })

  it('of any bill add up to it to the cent, whatever the order of its rows', () => {
    fc.assert(
      fc.property(anyBill, (groups) => {
        fc.pre(groups.length > 0)
        const made = recordsOf(groups)
        const bill = total(groups.map(({ effective }) => effective))
        assert.equal(sum(made.records.map(({ amount }) => amount)), made.total)
        assert.equal(BigInt(made.total), decimalCents(bill) * 10_000n)
        assert.equal(new Set(made.records.map(({ id }) => id)).size, made.records.length)
        assert.deepEqual(recordsOf(groups.toReversed()), made)
        assert.deepEqual(recordsOf(groups), made)
      }),
    )
  })

  it('are the bill rounded once: not first to millionths, and then to cents', () => {
    const made = recordsOf([charge('1.0049999', FRAUD)])
    assert.deepEqual(told(made.records), ['showback | fraud-ml | fraud_xgb_v7 | training | 1.00'])
    assert.equal(recordsOf([charge('1.00499999', FRAUD)]).total, 1_000_000)
    assert.equal(recordsOf([charge('-1.00499999', FRAUD), charge('0', RANK)]).total, -1_000_000)
    assert.equal(recordsOf([charge('1.005', FRAUD)]).total, 1_010_000)
  })

  it('have ids of their own, whatever tags say', () => {
    const text = fc.oneof(fc.string(), fc.constantFrom('a/b', 'charge:tax', '', '%', '%ud800', '\ud800', '�'))
    const key = fc.record({
      team: fc.option(
        text.filter((name) => name !== ''),
        { nil: undefined },
      ),
      model: fc.option(
        text.filter((name) => name !== ''),
        { nil: undefined },
      ),
      category: fc.oneof(
        text.map((name) => ({ kind: 'phase' as const, name })),
        text.map((name) => ({ kind: 'shared' as const, name })),
        fc.constant({ kind: 'untagged' as const, name: '' }),
      ),
    })
    fc.assert(
      fc.property(key, key, (one, other) => {
        const same = JSON.stringify(Object.values(one)) === JSON.stringify(Object.values(other))
        assert.equal(recordId('2026-10', one) === recordId('2026-10', other), same)
        assert.equal(recordId('2026-10', one).split('/').length, 4)
      }),
    )
  })
})

describe('cents', () => {
  it('are off by less than one, and the total is rounded once', () => {
    const micros = fc.integer({ min: -5e9, max: 5e9 }).map((amount) => amount as Usd)
    fc.assert(
      fc.property(fc.array(micros, { maxLength: 30 }), (amounts) => {
        const { total: whole, parts } = toCents(amounts, (BigInt(sum(amounts)) * 10_000n) as Decimal)
        assert.equal(sum(parts), whole)
        assert.ok(Math.abs(sum(amounts) - whole) <= 5_000)
        for (const [at, part] of parts.entries()) {
          assert.equal(Math.abs(part % 10_000), 0)
          assert.ok(Math.abs(part - amounts[at]!) < 10_000)
        }
      }),
    )
  })
})

describe('showback first', () => {
  const from = (chargebackFrom: string) => ({ ...DEFAULT_BILL, chargebackFrom })
  const NOVEMBER = { from: '2026-11-01', until: '2026-12-01' }

  it('until the day that is agreed on; without one, always', () => {
    assert.equal(modeOf(NOVEMBER, DEFAULT_BILL), 'showback')
    assert.equal(modeOf(NOVEMBER, from('2026-12-01')), 'showback')
    assert.equal(modeOf(NOVEMBER, from('2026-11-01')), 'chargeback')
  })

  it('warns where that is less than 60 days after teams first saw their costs', () => {
    assert.deepEqual(modeNotes(NOVEMBER, from('2026-12-01'), '2026-10-02'), [])
    const [warning] = modeNotes(NOVEMBER, from('2026-12-01'), '2026-10-03')
    assert.match(warning ?? '', /begins on 2026-12-01, 59 days after the first showback of 2026-10-03/)
    assert.match(modeNotes(NOVEMBER, from('2026-09-01'), '2026-10-03')[0] ?? '', /before the first showback/)
  })

  it('says where the day is within a period', () => {
    assert.match(modeNotes(NOVEMBER, from('2026-11-15'), undefined)[0] ?? '', /within the period/)
  })
})
