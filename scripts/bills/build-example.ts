// Writes the bill of the example platform, September and October 2026, and says whether it was the same before.
//   npx tsx scripts/bills/build-example.ts
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { EXAMPLE_BILL, exampleBill } from './example-bill.ts'

const csv = exampleBill()
const before = existsSync(EXAMPLE_BILL) ? gunzipSync(readFileSync(EXAMPLE_BILL)).toString('utf8') : undefined
if (before === csv) console.log(`${EXAMPLE_BILL} is as it was`)
else {
  mkdirSync(dirname(EXAMPLE_BILL), { recursive: true })
  writeFileSync(EXAMPLE_BILL, gzipSync(csv, { level: 9 }))
  console.log(`${EXAMPLE_BILL} is written`)
}
