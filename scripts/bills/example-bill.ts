import { fileURLToPath } from 'node:url'
import { billCsv } from './bill-csv.ts'

export const EXAMPLE_BILL = fileURLToPath(
  new URL('../../examples/ml-platform/bill/2026-09--2026-10.csv.gz', import.meta.url),
)

/** Two months of the example platform as FOCUS; the same text in every run. */
export function exampleBill(): string {
  const lines = billCsv({
    from: '2026-09-01',
    until: '2026-11-01',
    copies: 1,
    seed: 1,
    isHourly: false,
    isClean: false,
  })
  return `${[...lines].join('\n')}\n`
}
