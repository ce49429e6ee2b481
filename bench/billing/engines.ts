// What reads a bill how fast: DuckDB over CSV and over Parquet, and the streaming reader over CSV. Each reads the same
// generated bill in a process of its own, and asks for what all tables of a report are made from; their sums must agree.
//   npx tsx bench/billing/engines.ts [--copies 44] [--memory 1GB] [--folder DIR]
// 44 copies of the example platform, by the hour, are a million charges; 440 are ten. For a machine that does nothing else.
import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs, promisify } from 'node:util'
import { type Engine, readBill } from '../../bills/read-bill.ts'
import { costRowsQuery, findConfig, memoryTree } from '../../core/index.ts'
import { billCsv } from '../../scripts/bills/bill-csv.ts'
import { toParquet } from './parquet.ts'

const OCTOBER = { from: '2026-10-01', until: '2026-11-01' }
const { values } = parseArgs({
  options: {
    copies: { type: 'string', default: '44' },
    memory: { type: 'string' },
    folder: { type: 'string', default: os.tmpdir() },
    /** Of a child process: what it reads, and by what. */
    read: { type: 'string' },
    engine: { type: 'string' },
  },
})

if (values.read !== undefined)
  console.log(JSON.stringify(await measured(values.read, values.engine as Engine)))
else await compare()

interface Measured {
  readonly seconds: number
  readonly cpuSeconds: number
  readonly megabytes: number
  readonly groups: number
  readonly sum: string
}

async function measured(file: string, engine: Engine): Promise<Measured> {
  const { config } = findConfig(memoryTree({}), '')
  const start = performance.now()
  const bill = await readBill([file], config, engine, values.memory)
  const [groups = []] = await bill.groups([costRowsQuery(OCTOBER)])
  bill.close()
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage()
  return {
    seconds: (performance.now() - start) / 1000,
    cpuSeconds: (userCPUTime + systemCPUTime) / 1e6,
    megabytes: maxRSS / 1024,
    groups: groups.length,
    sum: String(groups.reduce((sum, { billed }) => sum + billed, 0n)),
  }
}

async function compare(): Promise<void> {
  const folder = mkdtempSync(path.join(values.folder, 'ascribe-engines-'))
  try {
    const csv = path.join(folder, 'bill.csv')
    const rows = await write(csv)
    const parquet = path.join(folder, 'bill.parquet')
    await toParquet(csv, parquet)
    const load = os.loadavg()[0]!.toFixed(1)
    console.log(`${rows} charges; ${os.cpus().length} cores, Node ${process.version}, load ${load} before\n`)
    console.log('| engine | file | size | seconds | of CPU | peak memory |')
    console.log('| --- | --- | ---: | ---: | ---: | ---: |')
    const sums = new Set<string>()
    for (const [engine, file] of [
      ['duckdb', parquet],
      ['duckdb', csv],
      ['stream', csv],
    ] as const) {
      const { seconds, cpuSeconds, megabytes, groups, sum } = await inChild(engine, file)
      const size = (statSync(file).size / 1e6).toFixed(0)
      console.log(
        `| ${engine} | ${path.extname(file).slice(1)} | ${size} MB | ${seconds.toFixed(1)} | ${cpuSeconds.toFixed(1)} | ${megabytes.toFixed(0)} MB |`,
      )
      sums.add(`${groups} ${sum}`)
    }
    if (sums.size > 1) throw new Error(`the engines do not agree: ${[...sums].join(' and ')}`)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

async function write(file: string): Promise<number> {
  const out = createWriteStream(file)
  let rows = -1
  const options = { from: '2026-09-01', until: '2026-11-01', copies: Number(values.copies), seed: 1 }
  for (const line of billCsv({ ...options, isHourly: true, isClean: false })) {
    rows++
    if (!out.write(`${line}\n`)) await once(out, 'drain')
  }
  out.end()
  await once(out, 'finish')
  return rows
}

async function inChild(engine: Engine, file: string): Promise<Measured> {
  const own = fileURLToPath(import.meta.url)
  const memory = values.memory === undefined ? [] : ['--memory', values.memory]
  const { stdout } = await promisify(execFile)(process.execPath, [
    ...['--import', 'tsx', own, '--read', file, '--engine', engine],
    ...memory,
  ])
  return JSON.parse(stdout) as Measured
}
