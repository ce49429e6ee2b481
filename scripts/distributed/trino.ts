// Trino with a coordinator and two workers, on this machine: the reports' queries over rows that lie on both workers, held
// row by row against DuckDB's answers over the same bill; then one worker is killed.
//   npx tsx scripts/distributed/trino.ts [--copies 20] [--folder DIR] [--record]
// Needs Java 17, Maven and its central repository. --record writes the log into docs/distributed.md.
import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { BillError } from '../../bills/open-bill.ts'
import { readBill } from '../../bills/read-bill.ts'
import type { RemoteEngine } from '../../bills/remote-bill.ts'
import { trinoEngine } from '../../bills/trino.ts'
import { findConfig, memoryTree, trino } from '../../core/index.ts'
import { FOCUS_COLUMNS, type FocusRow } from '../bills/believable-bill.ts'
import { compare, csvOf, QUERIES, rowsOfBill } from './compare.ts'
import { installTrino, startTrino, TRINO_VERSION } from './trino-cluster.ts'

const { values } = parseArgs({
  options: {
    copies: { type: 'string', default: '20' },
    folder: { type: 'string', default: path.join(os.tmpdir(), 'ascribe-trino') },
    record: { type: 'boolean', default: false },
  },
})

const TABLE = 'memory.default.bill'
/** Well below the million characters that a query may have. */
const ROWS_A_STATEMENT = 800

const { config } = findConfig(memoryTree({}), '')
const lines: string[] = []
const start = performance.now()
function say(text: string): void {
  const line = `${((performance.now() - start) / 1000).toFixed(1).padStart(6)} s  ${text}`
  lines.push(line)
  console.log(line)
}

async function all(engine: RemoteEngine, sql: string): Promise<readonly (readonly (string | null)[])[]> {
  const rows = []
  for await (const row of engine.rows(sql)) rows.push(row)
  return rows
}

/** A node that has started is known to the coordinator a little later. */
async function allNodes(engine: RemoteEngine): Promise<readonly (readonly (string | null)[])[]> {
  const asked = "SELECT node_id FROM system.runtime.nodes WHERE state = 'active' ORDER BY 1"
  for (let second = 0; second < 120; second++) {
    const nodes = await all(engine, asked).catch(() => [])
    if (nodes.length === 3) return nodes
    await sleep(1000)
  }
  throw new Error('the workers are not known to the coordinator')
}

/** Every column as text, as an export of CSV files is. */
async function load(engine: RemoteEngine, rows: readonly FocusRow[]): Promise<void> {
  const columns = FOCUS_COLUMNS.map((name) => `${trino.identifier(name)} VARCHAR`)
  await all(engine, `CREATE TABLE ${TABLE} (${columns.join(', ')})`)
  for (let at = 0; at < rows.length; at += ROWS_A_STATEMENT) {
    const cells = rows.slice(at, at + ROWS_A_STATEMENT).map((row) => FOCUS_COLUMNS.map((name) => row[name]))
    // One literal is planned in no time, thousands of them in minutes.
    const table = `UNNEST(CAST(JSON_PARSE(${trino.text(JSON.stringify(cells))}) AS ARRAY(ARRAY(VARCHAR)))) AS rows (cells)`
    const selected = FOCUS_COLUMNS.map((_, column) => `cells[${column + 1}]`).join(', ')
    await all(engine, `INSERT INTO ${TABLE} SELECT ${selected} FROM ${table}`)
  }
}

function record(log: readonly string[]): void {
  const page = path.join(import.meta.dirname, '../../docs/distributed.md')
  const text = readFileSync(page, 'utf8')
  const block = `<!-- log -->\n\`\`\`text\n${new Date().toISOString().slice(0, 10)}\n${log.join('\n')}\n\`\`\`\n<!-- /log -->`
  writeFileSync(
    page,
    text.replace(/<!-- log -->[\s\S]*<!-- \/log -->/, () => block),
  )
}

const work = mkdtempSync(path.join(os.tmpdir(), 'ascribe-bill-'))
say(`Trino ${TRINO_VERSION}, Node ${process.version}, ${os.cpus().length} cores`)
installTrino(values.folder)
say('its modules are there')
const cluster = await startTrino(values.folder, path.join(work, 'cluster'), 2)
process.once('SIGINT', () => void cluster.stop().then(() => process.exit(130)))
try {
  process.env.TRINO_URL = cluster.url
  const engine = trinoEngine(process.env)
  const nodes = await allNodes(engine)
  say(`up: ${nodes.flat().join(', ')}`)

  const rows = rowsOfBill(Number(values.copies))
  const file = path.join(work, 'bill.csv')
  writeFileSync(file, csvOf(rows))
  await load(engine, rows)
  say(`${rows.length} rows are loaded`)

  await compare(await readBill([file], config, 'duckdb'), await readBill([TABLE], config, 'trino'), say)

  const [victim] = cluster.workers
  victim!.kill('SIGKILL')
  await new Promise((ended) => victim!.once('exit', ended))
  say('one worker is killed')
  const bill = () =>
    readBill([TABLE], config, 'trino').then((opened) => opened.groups(Object.values(QUERIES)))
  for (let attempt = 1; attempt <= 3; attempt++) {
    const error = await bill().then(
      () => assert.fail('a bill whose rows are partly gone was answered'),
      (reason: unknown) => reason,
    )
    assert.ok(error instanceof BillError, String(error))
    say(`asked again (${attempt}): error "${error.message.replace(/\s+/g, ' ').slice(0, 160)}"`)
  }
  say('never a short answer')
} finally {
  await cluster.stop()
  rmSync(work, { recursive: true, force: true })
}
say('torn down')
if (values.record) record(lines)
