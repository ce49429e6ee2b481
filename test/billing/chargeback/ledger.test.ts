import assert from 'node:assert/strict'
import fc from 'fast-check'
import { amountDigits } from '../../../core/billing/chargeback/amount-digits.ts'
import {
  book,
  bookedElsewhere,
  firstShowback,
  type LedgerEntry,
  standing,
} from '../../../core/billing/chargeback/ledger.ts'
import { ledgerFileName, ledgerText, readLedger } from '../../../core/billing/chargeback/ledger-text.ts'
import { sum } from '../../../core/domain/money.ts'
import '../../support/fixed-seed.ts'
import { anyBill } from './any-bill.ts'
import { charge, FRAUD, RANK, recordsOf } from './story.ts'

const OCTOBER = [charge('30', FRAUD), charge('10', RANK)]
const open = (groups = OCTOBER, on = '2026-11-02') =>
  book(undefined, recordsOf(groups), { on, close: false }).entry
const closed = (groups = OCTOBER) =>
  book(undefined, recordsOf(groups), { on: '2026-11-02', close: true }).entry
const again = (entry: LedgerEntry, groups: typeof OCTOBER, on = '2026-11-20') =>
  book(entry, recordsOf(groups), { on, close: false })

const told = ({ records }: LedgerEntry) =>
  records.map(({ id, amount, correction }) =>
    [
      id,
      amountDigits(amount),
      ...(correction ? [`corrects ${correction.of ?? 'nothing'} on ${correction.on}`] : []),
    ].join(' '),
  )

describe('the ledger', () => {
  it('is as it was where the bill is', () => {
    for (const entry of [open(), closed()]) {
      const { change, entry: same } = again(entry, OCTOBER)
      assert.equal(change, 'none')
      assert.equal(ledgerText(same), ledgerText(entry))
    }
  })

  it('makes the records of an open period anew, and keeps the day on which teams first saw it', () => {
    const { change, entry } = again(open(), [charge('31', FRAUD), charge('10', RANK)])
    assert.equal(change, 'renewed')
    assert.deepEqual(told(entry), [
      '2026-10/fraud-ml/fraud_xgb_v7/training 31.00',
      '2026-10/search-ml/rank_v2/inference 10.00',
    ])
    assert.equal(entry.shown, '2026-11-02')
    assert.equal(book(entry, recordsOf(OCTOBER), { on: '2026-12-01', close: true }).entry.shown, '2026-11-02')
  })

  it('corrects a closed period by records that name what they correct, and changes none', () => {
    const late = [charge('31.50', FRAUD), charge('2', { ...FRAUD, phase: 'development' })]
    const { change, entry } = again(closed(), late)
    assert.equal(change, 'corrected')
    assert.deepEqual(told(entry), [
      '2026-10/fraud-ml/fraud_xgb_v7/training 30.00',
      '2026-10/search-ml/rank_v2/inference 10.00',
      '2026-10/fraud-ml/fraud_xgb_v7/development/1 2.00 corrects nothing on 2026-11-20',
      '2026-10/fraud-ml/fraud_xgb_v7/training/1 1.50 corrects 2026-10/fraud-ml/fraud_xgb_v7/training on 2026-11-20',
      '2026-10/search-ml/rank_v2/inference/1 -10.00 corrects 2026-10/search-ml/rank_v2/inference on 2026-11-20',
    ])
    assert.equal(amountDigits(entry.total), '33.50')
    const back = again(entry, OCTOBER, '2026-12-24').entry
    assert.deepEqual(told(back).slice(5), [
      '2026-10/fraud-ml/fraud_xgb_v7/development/2 -2.00 corrects nothing on 2026-12-24',
      '2026-10/fraud-ml/fraud_xgb_v7/training/2 -1.50 corrects 2026-10/fraud-ml/fraud_xgb_v7/training on 2026-12-24',
      '2026-10/search-ml/rank_v2/inference/2 10.00 corrects 2026-10/search-ml/rank_v2/inference on 2026-12-24',
    ])
  })

  it('of any bill that becomes any other has corrections that come to the new one', () => {
    const bills = anyBill.filter((groups) => groups.length > 0)
    fc.assert(
      fc.property(bills, bills, bills, (first, second, third) => {
        let entry = closed(first)
        for (const groups of [second, third]) {
          const before = entry.records
          entry = again(entry, groups).entry
          const truth = recordsOf(groups)
          assert.deepEqual(entry.records.slice(0, before.length), before)
          assert.equal(entry.total, truth.total)
          const now = new Map(truth.records.map(({ id, amount }) => [id, amount]))
          for (const [id, amount] of standing(entry)) assert.equal(amount, now.get(id) ?? 0, id)
          assert.equal(new Set(entry.records.map(({ id }) => id)).size, entry.records.length)
          assert.equal(again(entry, groups, '2027-01-01').change, 'none')
        }
      }),
      { numRuns: 50 },
    )
  })

  it('is read as it was written', () => {
    fc.assert(
      fc.property(anyBill, (groups) => {
        fc.pre(groups.length > 0)
        const entry = again(closed(groups), OCTOBER).entry
        const text = ledgerText(entry)
        const read = readLedger(text, '2026-10-USD.json')
        assert.deepEqual(read, entry)
        assert.equal(ledgerText(read), text)
      }),
      { numRuns: 50 },
    )
  })

  it('refuses what somebody changed by hand', () => {
    const text = ledgerText(closed())
    const refuses = (changed: string, because: RegExp) =>
      assert.throws(() => readLedger(changed, '2026-10-USD.json'), because)
    refuses(
      text.replace('"30.00"', '"3.00"'),
      /2026-10-USD.json.*its records come to 13.00, its total is 40.00/,
    )
    refuses(text.replace('"30.00"', '"30"'), /records.0.amount: expected an amount, e.g. 1234.50/)
    refuses(text.replace('"version": 1', '"version": 2'), /version/)
    refuses(text.slice(1), /not JSON/)
    refuses('{}', /not what Ascribe writes/)
  })

  it('knows when teams were first shown anything', () => {
    assert.equal(firstShowback([]), undefined)
    assert.equal(firstShowback([open(OCTOBER, '2026-11-02'), open(OCTOBER, '2026-10-02')]), '2026-10-02')
  })

  it('has each day once: October is no part of a quarter that is booked', () => {
    const quarter = book(undefined, recordsOf(OCTOBER, { period: '2026-Q4' }), {
      on: '2027-01-02',
      close: true,
    })
    assert.equal(bookedElsewhere([quarter.entry], open()), quarter.entry)
    assert.equal(bookedElsewhere([open()], closed()), undefined)
  })

  it('has one kind of cost a period', () => {
    const billed = { ...recordsOf(OCTOBER), cost: 'billed' as const }
    assert.throws(
      () => book(open(), billed, { on: '2026-11-20', close: false }),
      /by effective cost, and this is by billed cost/,
    )
  })

  it('has files whose names no bill decides', () => {
    const entry = open()
    assert.equal(ledgerFileName(entry), '2026-10-USD.json')
    const days = { from: '2026-10-01', until: '2026-10-16' }
    assert.equal(ledgerFileName({ ...entry, period: days }), '2026-10-01--2026-10-15-USD.json')
    assert.throws(() => ledgerFileName({ ...entry, currency: '../../etc' }), /is none. expected a code/)
  })

  it('adds up', () => assert.equal(sum(closed().records.map(({ amount }) => amount)), closed().total))
})
