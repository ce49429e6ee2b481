import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { loadDuckDb } from '../../../bills/duckdb-bill.ts'
import { ENGINES, type Engine, readBill } from '../../../bills/read-bill.ts'
import { CHARGE_COLUMNS, COSTS } from '../../../core/billing/charge-columns.ts'
import { type Decimal, writeDecimal } from '../../../core/billing/decimal.ts'
import type { ChargeGroup } from '../../../core/billing/group-query.ts'
import { readConfig } from '../../../core/config/read-config.ts'
import { BILL_FORMATS } from '../../../core/index.ts'
import { SourceFile } from '../../../core/source/source-file.ts'
import { matchesGolden } from '../../support/golden.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const here = (name: string) => fileURLToPath(new URL(name, import.meta.url))
const fixtures = here('fixtures')

const { config } = readConfig(
  new SourceFile(
    'ascribe.yml',
    `version: 1
schema: { preset: ml-attribution, targets: { kubernetes: { prefix: "ml.acme.example/", separator: "-" } } }
`,
  ),
)

async function groupsOf(file: string, engine: Engine | undefined) {
  const bill = await readBill([file], config, engine)
  try {
    const [all, byResource] = await bill.groups([
      { by: CHARGE_COLUMNS, where: [], top: undefined },
      { by: ['resource'], where: [], top: undefined },
    ])
    return { format: bill.format.id, notes: bill.notes, all: all!, byResource: byResource! }
  } finally {
    bill.close()
  }
}

const SHOWN = CHARGE_COLUMNS.filter((name) => name !== 'pools')

/** Each charge in a block: what it is, and what it costs. */
function written(groups: readonly ChargeGroup[], notes: readonly string[]): string {
  const blocks = groups.map(({ by, billed, effective, quantity, rows, unreadable }) => {
    const facts = SHOWN.flatMap((name) => (by[name] === undefined ? [] : [`${name}: ${by[name]}`]))
    const amounts = `billed ${writeDecimal(billed)}, effective ${writeDecimal(effective)}, quantity ${writeDecimal(quantity)}`
    const odd = COSTS.flatMap((cost) =>
      unreadable[cost] === 0 ? [] : `, ${unreadable[cost]} unreadable as ${cost}`,
    ).join('')
    return [...facts, `${amounts}${rows === 1 ? '' : `, ${rows} rows`}${odd}`].join('\n')
  })
  const sum = (cost: 'billed' | 'effective') =>
    writeDecimal(groups.reduce((total, group) => total + group[cost], 0n) as Decimal)
  const totals = `total: billed ${sum('billed')}, effective ${sum('effective')}`
  return `${[...notes.map((note) => `note: ${note}`), ...blocks.sort(), totals].join('\n\n')}\n`
}

const files = readdirSync(fixtures)
const fixtureOf = (id: string) => files.find((name) => path.parse(name).name === id)

describe('formats of bills', () => {
  it('each has a fixture, a golden and a line in docs/bills.md', () => {
    const page = readFileSync(here('../../../docs/bills.md'), 'utf8')
    for (const { id, title } of BILL_FORMATS) {
      assert.ok(fixtureOf(id), `test/billing/formats/fixtures/${id}.csv is missing`)
      assert.ok(existsSync(here(`${id}.golden`)), `test/billing/formats/${id}.golden is missing`)
      assert.ok(page.includes(`| ${title} |`), `docs/bills.md has no row for ${title}`)
    }
  })

  for (const file of files)
    it(`${file} is read by its columns as its golden says, by both engines alike`, async () => {
      const { name } = path.parse(file)
      const answers = await Promise.all(ENGINES.map((engine) => groupsOf(path.join(fixtures, file), engine)))
      const [one, other] = answers.map(({ all, notes }) => written(all, notes))
      assert.ok(name.startsWith(answers[0]!.format), `${answers[0]!.format} is taken for ${name}`)
      assert.equal(one, other)
      matchesGolden(one!, here(`${name}.golden`))
    })

  const PARQUET: Readonly<Record<string, string>> = {
    'aws-cur-2': `SELECT * REPLACE (CAST(JSON(resource_tags) AS MAP(VARCHAR, VARCHAR)) AS resource_tags,
        CAST(line_item_unblended_cost AS DOUBLE) AS line_item_unblended_cost,
        CAST(line_item_usage_start_date AS TIMESTAMP) AS line_item_usage_start_date)
      FROM read_csv('FILE', all_varchar = true)`,
    'gcp-export': "SELECT * FROM read_json('FILE')",
    focus: `SELECT * REPLACE (CASE WHEN JSON_VALID(Tags) AND JSON_TYPE(Tags) = 'OBJECT' THEN CAST(JSON(Tags) AS MAP(VARCHAR, VARCHAR)) END AS Tags,
        TRY_CAST(BilledCost AS DECIMAL(30, 10)) AS BilledCost, CAST(ChargePeriodStart AS TIMESTAMP) AS ChargePeriodStart)
      FROM read_csv('FILE', all_varchar = true)`,
  }
  for (const [id, query] of Object.entries(PARQUET))
    it(`${id} as Parquet, its tags a MAP or a list and its numbers numbers, is the same bill`, async () => {
      const api = (await loadDuckDb())!
      const source = path.join(fixtures, fixtureOf(id)!)
      const parquet = path.join(temporaryFolder({}), `${id}.parquet`)
      const instance = await api.DuckDBInstance.create(':memory:')
      const connection = await instance.connect()
      await connection.run(
        `COPY (${query.replace('FILE', source.replaceAll("'", "''"))}) TO '${parquet}' (FORMAT parquet)`,
      )
      connection.closeSync()
      instance.closeSync()
      const { all, notes } = await groupsOf(parquet, undefined)
      assert.equal(written(all, notes), readFileSync(here(`${id}.golden`), 'utf8'))
    })
})
