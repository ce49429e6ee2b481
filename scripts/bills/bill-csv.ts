import { type BillOptions, billRows, FOCUS_COLUMNS } from './believable-bill.ts'

/** The bill as CSV, line by line: the names of the columns, then a charge each. */
export function* billCsv(options: BillOptions): Generator<string> {
  yield FOCUS_COLUMNS.join(',')
  for (const row of billRows(options)) yield FOCUS_COLUMNS.map((name) => quoted(row[name])).join(',')
}

const quoted = (text: string): string => (/[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
