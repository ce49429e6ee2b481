// Where DuckDB on one machine stops: a month of the generated bill grows tenfold each time, until the disk or the patience
// ends, and `ascribe report` makes its whole report of it, in a process of its own.
//   npx tsx bench/billing/scale.ts [--copies 100] [--gigabytes 20] [--minutes 10] [--memory 4GB] [--folder DIR]
// 100 copies of the example platform, by the hour, are a million charges; each step has ten times as many resources, of the
// same owners. For a machine that does nothing else; npm run build first. Files are removed as it goes.
import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream, mkdtempSync, rmSync, statfsSync, statSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { billCsv } from '../../scripts/bills/bill-csv.ts'
import { multiply, sizeOf, toParquet } from './parquet.ts'

const CLI = path.join(import.meta.dirname, '../../dist/cli.js')
const OCTOBER = { from: '2026-10-01', until: '2026-11-01' }
const { values } = parseArgs({
  options: {
    copies: { type: 'string', default: '100' },
    gigabytes: { type: 'string', default: '20' },
    minutes: { type: 'string', default: '10' },
    memory: { type: 'string' },
    folder: { type: 'string', default: os.tmpdir() },
  },
})

const folder = mkdtempSync(path.join(values.folder, 'ascribe-scale-'))
const [csv, first, grown] = ['bill.csv', 'bill.parquet', 'grown.parquet'].map((name) =>
  path.join(folder, name),
)
console.log(`${os.cpus().length} cores, ${gigabytes(os.totalmem())} of memory, Node ${process.version}`)
console.log('| resources | charges | Parquet | seconds | of CPU | peak memory |')
console.log('| ---: | ---: | ---: | ---: | ---: | ---: |')
try {
  await write(csv!)
  await toParquet(csv!, first!)
  rmSync(csv!)
  for (let times = 1; mayBe(statSync(first!).size * times); times *= 10) {
    if (times > 1) await multiply(first!, times, grown!)
    if (!(await reported(times > 1 ? grown! : first!))) break
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}

/** Whether a file of so many bytes fits. */
function mayBe(bytes: number): boolean {
  const { bsize, bavail } = statfsSync(folder)
  return bytes < Math.min(bsize * bavail * 0.8, Number(values.gigabytes) * 1e9)
}

async function write(file: string): Promise<void> {
  const output = createWriteStream(file)
  const options = { ...OCTOBER, copies: Number(values.copies), seed: 1, isHourly: true, isClean: false }
  for (const line of billCsv(options)) if (!output.write(`${line}\n`)) await once(output, 'drain')
  output.end()
  await once(output, 'finish')
}

/** Prints a row of the table; false where it took too long, or did not end. */
async function reported(parquet: string): Promise<boolean> {
  const { rows, resources } = await sizeOf(parquet)
  const memory = values.memory === undefined ? [] : ['--memory', values.memory]
  const command = [
    process.execPath,
    CLI,
    'report',
    '--period',
    '2026-10',
    ...memory,
    '--format',
    'json',
    parquet,
  ]
  const { status, stderr, error } = spawnSync(
    '/usr/bin/env',
    ['time', '-f', 'took %e %U %S %M', ...command, '--output', path.join(folder, 'report.json')],
    { encoding: 'utf8', timeout: Number(values.minutes) * 60_000 },
  )
  const size = `| ${resources} | ${rows} | ${gigabytes(statSync(parquet).size)} |`
  const took = /took (\S+) (\S+) (\S+) (\d+)/.exec(stderr)
  if (status !== 0 || !took) {
    console.log(`${size} ${error ? `not in ${values.minutes} minutes` : `ended with ${status}`} | | |`)
    console.error(stderr)
    return false
  }
  const [seconds, user, system, kilobytes] = took.slice(1).map(Number) as [number, number, number, number]
  console.log(
    `${size} ${seconds.toFixed(1)} | ${(user + system).toFixed(1)} | ${gigabytes(kilobytes * 1024)} |`,
  )
  return true
}

function gigabytes(bytes: number): string {
  return `${(bytes / 1e9).toPrecision(2)} GB`
}
