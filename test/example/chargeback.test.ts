import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { readBill } from '../../bills/read-bill.ts'
import { diskTree } from '../../cli/trees/disk-tree.ts'
import { categoryText } from '../../core/billing/chargeback/cost-category.ts'
import {
  type Chargeback,
  chargebackRecords,
  costRowsQuery,
  findConfig,
  periodBill,
  readVolumes,
  renderers,
  SourceFile,
} from '../../core/index.ts'
import { EXAMPLE_BILL } from '../../scripts/bills/example-bill.ts'
import { matchesGolden } from '../support/golden.ts'

const file = (path: string) => fileURLToPath(new URL(`../../examples/ml-platform/${path}`, import.meta.url))
const OCTOBER = { from: '2026-10-01', until: '2026-11-01' }

async function october(): Promise<Chargeback> {
  const { config } = findConfig(diskTree(file('head')), '')
  const bill = await readBill([EXAMPLE_BILL], config, 'stream')
  try {
    const [rows] = await bill.groups([costRowsQuery(OCTOBER)])
    const predictions = new SourceFile('predictions.csv', readFileSync(file('bill/predictions.csv'), 'utf8'))
    const { volumes } = readVolumes(predictions, OCTOBER)
    return chargebackRecords(periodBill(rows!, OCTOBER, undefined, config), 'showback', volumes, config)
  } finally {
    bill.close()
  }
}

/** The figures are those of examples/ml-platform/bill/EXPECTED-BILL.md, worked out without Ascribe. */
describe('the chargeback records of the example', () => {
  let made: Chargeback
  before(async () => {
    made = await october()
  })

  const sumOf = (of: (record: Chargeback['records'][number]) => boolean): number =>
    made.records.filter(of).reduce((cents, { amount }) => cents + amount / 1e4, 0) / 100
  /** Of several records, each may be off by a cent. */
  const near = (actual: number, expected: number) =>
    assert.ok(Math.abs(actual - expected) < 0.05, `${actual} is not ${expected}`)

  it('add up to the bill to the cent', () => {
    assert.equal(made.total, 9_698_860_000)
    near(
      sumOf(() => true),
      9698.86,
    )
  })

  it('charge each model what it costs, a fee and its parts of the pools', () => {
    near(
      sumOf(({ model, category }) => model === 'fraud_xgb_v7' && category.kind === 'phase'),
      3100.8459,
    )
    near(
      sumOf(({ model, category }) => model === 'product_rec_v3' && category.kind === 'phase'),
      1313.7743,
    )
    near(
      sumOf(({ targetTeam }) => targetTeam === 'fraud-ml'),
      3405.9968,
    )
    near(
      sumOf(({ targetTeam }) => targetTeam === 'search-ml'),
      1521.8475,
    )
    near(
      sumOf(({ category }) => category.kind === 'fee'),
      200,
    )
  })

  it('leave the rest where it is: foundations with the platform, what is untagged with nobody, taxes apart', () => {
    near(
      sumOf(({ category }) => category.kind === 'kept'),
      570.6178,
    )
    near(
      sumOf(({ status }) => status === 'unassigned'),
      3705.4456,
    )
    near(
      sumOf(({ category }) => category.kind === 'charge'),
      494.95,
    )
    const untagged = made.records.filter(({ status }) => status === 'unassigned')
    assert.deepEqual(
      untagged.map(({ targetTeam, category }) => [targetTeam, categoryText(category)]),
      [[undefined, 'untagged']],
    )
  })

  it('are these, for finance', () =>
    matchesGolden(
      renderers.chargeback.csv(made, { colour: false, width: 80 }),
      'test/example/chargeback.csv.golden',
    ))
})
