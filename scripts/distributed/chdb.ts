// The SQL for ClickHouse, run by chdb (ClickHouse in one process): the reports' queries over the generated bill, held row by
// row against DuckDB's answers.
//   npm install --prefix DIR chdb && npx tsx scripts/distributed/chdb.ts --chdb DIR [--copies 20]
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import os from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { columnOf, rowIn } from '../../bills/clickhouse.ts'
import { BillError } from '../../bills/open-bill.ts'
import { bindColumns, readBill } from '../../bills/read-bill.ts'
import { openRemoteBill, type RemoteEngine } from '../../bills/remote-bill.ts'
import { clickhouse, findConfig, memoryTree } from '../../core/index.ts'
import { FOCUS_COLUMNS } from '../bills/believable-bill.ts'
import { compare, csvOf, rowsOfBill } from './compare.ts'

const { values } = parseArgs({
  options: { chdb: { type: 'string', default: '.' }, copies: { type: 'string', default: '20' } },
})

interface Session {
  query(sql: string, format?: string): string
  cleanup(): void
}

const chdb = createRequire(path.resolve(values.chdb, 'package.json'))('chdb') as {
  Session: new (folder?: string) => Session
}
const { config } = findConfig(memoryTree({}), '')
const work = mkdtempSync(path.join(os.tmpdir(), 'ascribe-chdb-'))
const session = new chdb.Session(path.join(work, 'data'))
try {
  const rows = rowsOfBill(Number(values.copies))
  const file = path.join(work, 'bill.csv')
  writeFileSync(file, csvOf(rows))
  for (const tags of ['String', 'Map(String, String)']) {
    const columns = FOCUS_COLUMNS.map((name) => `${clickhouse.identifier(name)} String`)
    session.query('CREATE DATABASE IF NOT EXISTS billing')
    session.query('DROP TABLE IF EXISTS billing.focus')
    const structure = clickhouse.text(columns.join(', '))
    const asMap = `JSONExtract(Tags, 'Map(String, String)')`
    const select = tags === 'String' ? '*' : `* REPLACE (${asMap} AS Tags)`
    session.query(
      `CREATE TABLE billing.focus ENGINE = Memory AS SELECT ${select} FROM file(${clickhouse.text(file)}, 'CSVWithNames', ${structure})`,
    )
    const engine: RemoteEngine = {
      title: `ClickHouse ${session.query('SELECT version()', 'TSV').trim()}`,
      dialect: clickhouse,
      async *rows(sql) {
        for (const line of answerOf(sql).split('\n')) if (line !== '') yield rowIn(line)
      },
      columns: async (table) =>
        answerOf(`DESCRIBE TABLE ${table}`)
          .split('\n')
          .flatMap((line) => {
            const [name, type] = line === '' ? [] : rowIn(line)
            return name ? [columnOf(name, type ?? '')] : []
          }),
    }
    const local = await readBill([file], config, 'duckdb')
    const found = await bindColumns(await openRemoteBill('billing.focus', engine), 'billing.focus', config)
    console.log(`${engine.title}, ${rows.length} rows, Tags as ${tags}`)
    await compare(local, found, (text) => console.log(`  ${text}`))
  }
} finally {
  session.cleanup()
  rmSync(work, { recursive: true, force: true })
}

function answerOf(sql: string): string {
  try {
    return session.query(sql, 'JSONCompactEachRow')
  } catch (error) {
    throw new BillError(`chdb: ${(error as Error).message}`)
  }
}
