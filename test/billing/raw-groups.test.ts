import assert from 'node:assert/strict'
import { fileURLToPath } from 'node:url'
import { loadDuckDb } from '../../bills/duckdb-bill.ts'
import { readBill } from '../../bills/read-bill.ts'
import { CHARGE_COLUMNS, type ChargesView } from '../../core/billing/charge-columns.ts'
import { duckdb } from '../../core/billing/dialects/duckdb.ts'
import { literal } from '../../core/billing/expression.ts'
import type { GroupQuery } from '../../core/billing/group-query.ts'
import { rawGroupsSql } from '../../core/billing/raw-groups-sql.ts'
import { groupSql, viewSql } from '../../core/billing/sql.ts'
import { DEFAULT_CONFIG } from '../../core/config/read-config.ts'

const fixture = (name: string) => fileURLToPath(new URL(`formats/fixtures/${name}.csv`, import.meta.url))

const QUERIES: readonly GroupQuery[] = [
  { by: CHARGE_COLUMNS, where: [], top: undefined },
  {
    by: ['service', 'team'],
    where: [{ kind: 'days', from: '2024-09-01', until: '2026-10-02' }],
    top: undefined,
  },
  { by: [], where: [{ kind: 'anyMissing', columns: ['team', 'model'] }], top: undefined },
  { by: ['resource'], where: [{ kind: 'present', column: 'resource' }], top: { cost: 'billed', groups: 2 } },
]

/** What the view answers charge by charge, and what is answered by way of groups of what is written. */
async function bothAnswers(file: string, viewOf: (view: ChargesView) => ChargesView) {
  const bill = await readBill([file], DEFAULT_CONFIG, 'stream')
  const view = viewOf(bill.view)
  bill.close()
  const instance = await (await loadDuckDb())!.DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  try {
    await connection.run(
      `CREATE TABLE bill AS SELECT * FROM read_csv(${duckdb.text(file)}, all_varchar = true, header = true)`,
    )
    const rowsOf = async (sql: string) =>
      (await connection.runAndReadAll(sql))
        .getRows()
        .map((row) => row.map(String))
        .sort()
    const charges = `(${viewSql(view, 'bill', duckdb)}) AS charges`
    return await Promise.all(
      QUERIES.map(async (query) => [
        await rowsOf(groupSql(query, charges, duckdb)),
        await rowsOf(rawGroupsSql(query, view, 'bill', duckdb)),
      ]),
    )
  } finally {
    connection.closeSync()
    instance.closeSync()
  }
}

describe('groups of what is written', () => {
  for (const name of ['focus', 'aws-cur-2', 'aws-cur-legacy', 'azure-cost-details', 'opencost-csv'])
    it(`answer of ${name} what its charges do, one by one`, async () => {
      for (const [one, two] of await bothAnswers(fixture(name), (view) => view)) {
        assert.ok(one!.length > 0)
        assert.deepEqual(two, one)
      }
    })

  it('do so where a column asks what the other charges are', async () => {
    const among = { kind: 'column', name: 'ResourceId' } as const
    const unit = { kind: 'occurs', of: literal('acme-bucket'), among } as const
    const answers = await bothAnswers(fixture('focus'), (view) => ({
      ...view,
      columns: { ...view.columns, unit },
    }))
    for (const [one, two] of answers) assert.deepEqual(two, one)
    assert.ok(answers[0]![0]!.every((row) => row.includes('acme-bucket')))
  })
})
