import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { loadDuckDb } from '../../bills/duckdb-bill.ts'
import { ENGINES, readBill } from '../../bills/read-bill.ts'
import { CHARGE_COLUMNS } from '../../core/billing/charge-columns.ts'
import type { ChargeGroup, GroupQuery } from '../../core/billing/group-query.ts'
import { DEFAULT_CONFIG } from '../../core/config/read-config.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const HEADER = [
  'ChargePeriodStart',
  'ServiceName',
  'ResourceId',
  'ChargeCategory',
  'BillingCurrency',
  'BilledCost',
  'EffectiveCost',
  'ConsumedQuantity',
  'Tags',
]
const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`

/** Cells that bills have: blank, NULL, with quotes and line ends, numbers in every notation, and what is none. */
const text = fc.oneof(
  fc.constantFrom(
    '',
    'NULL',
    'null',
    'Null',
    ' ',
    'a',
    ' a ',
    'A',
    "it's",
    'say "so"',
    'two\nlines',
    'x,y',
    'ü',
    '{}',
  ),
  fc.string({ maxLength: 6, unit: fc.constantFrom('a', 'B', ' ', '"', ',', '\n', "'", '{', '}', 'é') }),
)
const amount = fc.oneof(
  fc.constantFrom('0', '', 'NULL', 'abc', '1e-7', '1.5E-7', '-0.00000000005', '.5', '5.', '12.345678901234'),
  fc
    .double({ min: -1e6, max: 1e6, noNaN: true })
    // DuckDB rounds `5e-12` up to 10⁻¹⁰: below that its last digit may be one off.
    .map((value) => (Math.abs(value) < 1e-9 ? '0' : String(value))),
)
const tags = fc.oneof(
  fc.constantFrom('', 'NULL', '{}', '{"team"', '[]', '3', '{"team":true}', '{"team":null,"Team":"b"}'),
  fc
    .dictionary(
      fc.constantFrom(
        'team',
        ' team',
        'Team',
        'user:model_id',
        'Model-ID',
        'a/b~c',
        'lifecycle_phase',
        'other',
      ),
      fc.oneof(text, fc.constant(1), fc.constant(true), fc.constant(null)),
    )
    .map((object) => JSON.stringify(object)),
)
const row = fc.record({
  day: fc.constantFrom('2026-10-01T00:00:00Z', '2026-10-02 00:00:00', ''),
  service: text,
  resource: text,
  category: fc.constantFrom('Usage', 'usage', 'Tax', 'Credit', 'odd', ''),
  currency: fc.constantFrom('USD', 'EUR'),
  billed: amount,
  effective: amount,
  quantity: amount,
  tags,
})

const QUERIES: readonly GroupQuery[] = [
  { by: CHARGE_COLUMNS, where: [], top: undefined },
  { by: ['model', 'phase', 'service'], where: [{ kind: 'missing', column: 'team' }], top: undefined },
  { by: [], where: [{ kind: 'days', from: '2026-10-01', until: '2026-10-02' }], top: undefined },
  { by: ['resource', 'team'], where: [], top: { cost: 'billed', groups: 3 } },
  {
    by: ['team'],
    where: [
      { kind: 'is', column: 'currency', values: ['USD', "it's"] },
      { kind: 'anyMissing', columns: ['model', 'phase'] },
    ],
    top: undefined,
  },
]

const sorted = (groups: readonly ChargeGroup[]) => groups.map((group) => show(group)).sort()
const show = (value: unknown) =>
  JSON.stringify(value, (_, each) => (typeof each === 'bigint' ? `${each}` : each))

describe('two engines read one bill', () => {
  const folder = temporaryFolder({})

  it('and give the same groups, whatever is in the cells', async () => {
    const file = path.join(folder, 'bill.csv')
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 300, size: 'max' }), async (rows) => {
        const lines = rows.map((each) => Object.values(each).map(quoted).join(','))
        writeFileSync(file, [HEADER.join(','), ...lines].join('\n') + '\n')
        const answers = await Promise.all(
          ENGINES.map(async (engine) => {
            const bill = await readBill([file], DEFAULT_CONFIG, engine)
            try {
              return (await bill.groups(QUERIES)).map(sorted)
            } finally {
              bill.close()
            }
          }),
        )
        assert.deepEqual(answers[0], answers[1])
        const groups = answers[0]![0]!.map((group) => JSON.parse(group) as ChargeGroup)
        assert.equal(
          groups.reduce((sum, group) => sum + group.rows, 0),
          rows.length,
          'no row is lost',
        )
      }),
      { numRuns: 8 },
    )
  })

  it('DuckDB is there to be compared with', async () => {
    assert.ok(await loadDuckDb())
  })

  it('a record that is cut off is an error with its line', async () => {
    const file = path.join(folder, 'cut.csv')
    writeFileSync(file, `${HEADER.join(',')}\n2026-10-01,EC2\n`)
    await assert.rejects(readBill([file], DEFAULT_CONFIG, 'stream'), {
      message: `${file}:2: 2 cells. expected 9, as many as columns`,
    })
  })

  it('a file that is not there, or is a folder, is one clear error with either engine', async () => {
    for (const engine of ['duckdb', 'stream'] as const) {
      const missing = path.join(folder, 'none.csv')
      await assert.rejects(readBill([missing], DEFAULT_CONFIG, engine), {
        message: `${missing}: there is no such file. expected a billing export`,
      })
      await assert.rejects(readBill([folder], DEFAULT_CONFIG, engine), {
        message: `${folder}: it is a folder. expected a billing export`,
      })
    }
  })
})
