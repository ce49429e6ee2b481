// Where DuckDB on one machine stops: grows the generated bill tenfold each time, until the disk allows no more, and takes the
// time and memory of the query that reports are made from, over CSV and over Parquet, each in a process of its own.
//   npx tsx bench/billing/scale.ts [--from 10] [--gigabytes 20] [--minutes 10] [--folder DIR]
// For a machine that does nothing else. Files are removed as it goes.
import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream, mkdtempSync, rmSync, statfsSync, statSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs, promisify } from 'node:util'
import { loadDuckDb } from '../../bills/duckdb-bill.ts'
import { readBill } from '../../bills/read-bill.ts'
import { costRowsQuery, duckdb, findConfig, memoryTree } from '../../core/index.ts'
import { billRows, FOCUS_COLUMNS } from '../../scripts/bills/believable-bill.ts'

const OCTOBER = { from: '2026-10-01', until: '2026-11-01' }
const { values } = parseArgs({
  options: {
    from: { type: 'string', default: '10' },
    gigabytes: { type: 'string', default: '20' },
    minutes: { type: 'string', default: '10' },
    folder: { type: 'string', default: os.tmpdir() },
    /** Of a child process: the file that it reads. */
    read: { type: 'string' },
  },
})

if (values.read !== undefined) console.log(JSON.stringify(await measured(values.read)))
else await grow()

async function grow(): Promise<void> {
  const folder = mkdtempSync(path.join(values.folder, 'ascribe-scale-'))
  const [csv, parquet] = [path.join(folder, 'bill.csv'), path.join(folder, 'bill.parquet')]
  console.log(`${os.cpus().length} cores, ${gigabytes(os.totalmem())} of memory, Node ${process.version}`)
  console.log('| resources | rows | file | size | groups | seconds | peak memory |')
  console.log('| ---: | ---: | --- | ---: | ---: | ---: | ---: |')
  try {
    for (let copies = Number(values.from), bytes = 0; ; copies *= 10) {
      const { bsize, bavail } = statfsSync(folder)
      // Ten times the last one, and its Parquet file beside it.
      if (bytes * 12 > Math.min(bsize * bavail, Number(values.gigabytes) * 1e9)) return
      const { rows, resources } = await write(csv, copies)
      await toParquet(csv, parquet)
      bytes = statSync(csv).size
      for (const file of [csv, parquet]) {
        const { groups, seconds, peak } = await inChild(file)
        console.log(
          `| ${resources} | ${rows} | ${path.extname(file).slice(1)} | ${gigabytes(statSync(file).size)} | ${groups} | ${seconds.toFixed(1)} | ${gigabytes(peak)} |`,
        )
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function write(file: string, copies: number): Promise<{ rows: number; resources: number }> {
  const output = createWriteStream(file)
  output.write(`${FOCUS_COLUMNS.join(',')}\n`)
  const resources = new Set<string>()
  let rows = 0
  for (const row of billRows({ ...OCTOBER, copies, seed: 1, isHourly: true, isClean: false })) {
    rows++
    resources.add(row.ResourceId)
    const line = FOCUS_COLUMNS.map((name) => `"${row[name].replaceAll('"', '""')}"`).join(',')
    if (!output.write(`${line}\n`)) await once(output, 'drain')
  }
  output.end()
  await once(output, 'finish')
  return { rows, resources: resources.size }
}

async function toParquet(csv: string, parquet: string): Promise<void> {
  const api = await loadDuckDb()
  if (!api) throw new Error('DuckDB is not installed')
  const instance = await api.DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  await connection.run(
    `COPY (SELECT * FROM read_csv(${duckdb.text(csv)}, all_varchar = true)) TO ${duckdb.text(parquet)} (FORMAT parquet)`,
  )
  connection.closeSync()
  instance.closeSync()
}

interface Measured {
  readonly groups: number
  readonly seconds: number
  /** Bytes. */
  readonly peak: number
}

async function inChild(file: string): Promise<Measured> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--import', 'tsx', fileURLToPath(import.meta.url), '--read', file],
    { timeout: Number(values.minutes) * 60_000 },
  )
  return JSON.parse(stdout) as Measured
}

async function measured(file: string): Promise<Measured> {
  const { config } = findConfig(memoryTree({}), '')
  const start = performance.now()
  const bill = await readBill([file], config, 'duckdb')
  const [groups] = await bill.groups([costRowsQuery(OCTOBER)])
  bill.close()
  const seconds = (performance.now() - start) / 1000
  return { groups: groups!.length, seconds, peak: process.resourceUsage().maxRSS * 1024 }
}

function gigabytes(bytes: number): string {
  return `${(bytes / 1e9).toPrecision(3)} GB`
}
