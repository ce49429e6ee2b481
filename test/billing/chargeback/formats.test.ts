import assert from 'node:assert/strict'
import path from 'node:path'
import { readBill } from '../../../bills/read-bill.ts'
import { book } from '../../../core/billing/chargeback/ledger.ts'
import { costRowsQuery } from '../../../core/billing/cost-rows.ts'
import { periodBill, readPeriod } from '../../../core/billing/period-bill.ts'
import { csvRows } from '../../../core/config/csv.ts'
import { csvChargeback } from '../../../core/render/csv/chargeback.ts'
import { focusChargeback } from '../../../core/render/csv/focus-chargeback.ts'
import { jsonChargeback } from '../../../core/render/json/chargeback.ts'
import { terminalChargeback } from '../../../core/render/terminal/chargeback.ts'
import { SourceFile } from '../../../core/source/source-file.ts'
import { matchesGolden } from '../../support/golden.ts'
import { conforms } from '../../support/json-output.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { CONTROL_PLANE, charge, configOf, FRAUD, MONITORING, PLATFORM, RANK, recordsOf } from './story.ts'

const OPTIONS = { colour: false, width: 120 }
const GOLDEN = 'test/billing/chargeback/golden'

const OCTOBER = [
  charge('30', FRAUD, '12.5'),
  charge('10', RANK, '3'),
  charge('2.5', { ...RANK, unit: '1K tokens' }, '800'),
  charge('8', MONITORING),
  charge('25', CONTROL_PLANE),
  charge('5', { model: 'rank_v2' }),
  charge('3', { ...FRAUD, category: 'Tax' }),
  charge('-2', { category: 'Credit' }),
]

/** With a late charge that corrects the closed period. */
function corrected() {
  const on = '2026-11-20'
  const booked = book(undefined, recordsOf(OCTOBER, { mode: 'chargeback' }), {
    on: '2026-11-02',
    close: true,
  })
  const made = recordsOf([...OCTOBER, charge('1.25', FRAUD)], { mode: 'chargeback' })
  const { entry } = book(booked.entry, made, { on, close: false })
  return { ...made, ...entry }
}

const cellsOf = (csv: string) =>
  [...csvRows(new SourceFile('records.csv', csv))].map((row) => row.map(({ text }) => text))

describe('chargeback records as files', () => {
  for (const [name, render] of [
    ['records.csv', csvChargeback],
    ['records.json', jsonChargeback],
    ['records.focus.csv', focusChargeback],
    ['records.txt', terminalChargeback],
  ] as const)
    it(name, () => matchesGolden(render(corrected(), OPTIONS), path.join(GOLDEN, `${name}.golden`)))

  it('as JSON are what the schema says, corrections too', () =>
    conforms('chargeback', jsonChargeback(corrected(), OPTIONS)))

  it('as FOCUS have the 43 columns of 1.0, and others by the prefix for them', () => {
    const [header = []] = cellsOf(focusChargeback(corrected(), OPTIONS))
    const own = header.filter((name) => !name.startsWith('x_'))
    assert.equal(own.length, 43)
    assert.deepEqual(own, [...own].sort())
  })

  it('as FOCUS have what the specification asks of each kind of charge', () => {
    const [header = [], ...rows] = cellsOf(focusChargeback(corrected(), OPTIONS))
    assert.ok(rows.length > 0)
    for (const row of rows) {
      const of = (name: string) => row[header.indexOf(name)]!
      const isPriced = ['Usage', 'Purchase'].includes(of('ChargeCategory'))
      for (const name of [
        'BillingAccountId',
        'BillingCurrency',
        'ChargeDescription',
        'ServiceName',
        'ProviderName',
      ])
        assert.notEqual(of(name), '', name)
      for (const name of [
        'PricingQuantity',
        'PricingUnit',
        'ListUnitPrice',
        'ContractedUnitPrice',
        'SkuId',
        'SkuPriceId',
        'PricingCategory',
      ])
        assert.equal(of(name) !== '', isPriced, `${name} of ${of('x_RecordId')}`)
      assert.equal(of('ConsumedQuantity') !== '', of('ChargeCategory') === 'Usage')
      assert.ok(['', 'Correction'].includes(of('ChargeClass')))
      if (of('ChargeCategory') === 'Purchase') assert.notEqual(of('ChargeFrequency'), 'Usage-Based')
      for (const name of ['BilledCost', 'EffectiveCost', 'ListCost', 'ContractedCost'])
        assert.match(of(name), /^-?\d+\.\d\d$/)
      assert.equal(typeof JSON.parse(of('Tags')), 'object')
    }
  })

  it('as FOCUS are a bill that ascribe report reads: the same total, the same teams', async () => {
    const records = recordsOf(OCTOBER)
    const folder = temporaryFolder({ 'records.csv': focusChargeback(records, OPTIONS) })
    const file = path.join(folder, 'records.csv')
    const config = configOf(PLATFORM.replace(/shared:.*/s, ''))
    const bill = await readBill([file], config, 'stream')
    const [groups] = await bill.groups([costRowsQuery(undefined)])
    const read = periodBill(groups!, readPeriod('2026-10'), undefined, config)
    assert.equal(read.total, records.total)
    const fraud = read.rows.filter(({ owner }) => owner.team === 'fraud-ml')
    assert.deepEqual(
      fraud.map(({ amount, owner }) => [owner.model ?? '-', owner.phase ?? '-', amount / 1e6]).sort(),
      [
        ['-', '-', 5],
        ['fraud_xgb_v7', '-', 4],
        ['fraud_xgb_v7', 'training', 30],
      ],
    )
  })

  it('write names that are formulas, line ends or quotes as text', () => {
    const hostile = charge('30', { ...FRAUD, team: '=HYPERLINK("http://x")', model: 'a"b\nc,d' })
    const made = recordsOf([hostile])
    for (const render of [csvChargeback, focusChargeback]) {
      const [header = [], ...rows] = cellsOf(render(made, OPTIONS))
      assert.equal(rows.length, 1)
      for (const cell of rows[0]!) assert.doesNotMatch(cell, /^[=+@]/)
      assert.equal(rows[0]!.length, header.length)
    }
    assert.doesNotMatch(terminalChargeback(made, OPTIONS), /b\nc/)
  })
})
