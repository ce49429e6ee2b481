// Writes a believable FOCUS 1.0 bill: the example platform's, with seasons, anomalies and the dirt that real bills have.
//   npx tsx scripts/bills/generate.ts [--from 2026-09-01] [--until 2026-11-01] [--copies 1] [--hourly] [--clean] [--seed 1] > bill.csv
// --copies has the platform so many times, each with resources and models of its own; --hourly makes 24 rows of a day.
import { parseArgs } from 'node:util'
import { billCsv } from './bill-csv.ts'

const { values } = parseArgs({
  options: {
    from: { type: 'string', default: '2026-09-01' },
    until: { type: 'string', default: '2026-11-01' },
    copies: { type: 'string', default: '1' },
    seed: { type: 'string', default: '1' },
    hourly: { type: 'boolean', default: false },
    clean: { type: 'boolean', default: false },
  },
})

let waiting = ''
for (const line of billCsv({
  from: values.from,
  until: values.until,
  copies: Number(values.copies),
  seed: Number(values.seed),
  isHourly: values.hourly,
  isClean: values.clean,
})) {
  waiting += `${line}\n`
  if (waiting.length < 1 << 20) continue
  const flushed = process.stdout.write(waiting)
  waiting = ''
  if (!flushed) await new Promise((resolve) => process.stdout.once('drain', resolve))
}
process.stdout.write(waiting)
