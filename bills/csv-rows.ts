import type { ReadRow } from '../core/index.ts'
import { csvFields } from './csv-fields.ts'
import { lineBatchesOf, MAX_LINE } from './export-lines.ts'
import { BillError } from './open-bill.ts'
import { type ExportRows, type ReadTagsText, tagsOfRow, tagsReader } from './rows.ts'

/** A CSV file, row by row. */
export const csvRows = (file: string): ExportRows => ({
  async columns() {
    for await (const [header] of recordsOf(file)) if (header) return header.fields.map((name) => ({ name }))
    throw new BillError(`${file}: it is empty. expected a line of column names, then a line for each charge`)
  },
  async *rows() {
    let at: ReadonlyMap<string, number> | undefined
    let width = 0
    const read = tagsReader()
    for await (const records of recordsOf(file)) {
      const rows: ReadRow[] = []
      for (const { fields, line } of records) {
        if (!at) {
          // Of two columns of one name, the first counts.
          at = new Map(fields.map((name, index): [string, number] => [name, index]).reverse())
          width = fields.length
        } else if (fields.length === width) rows.push(rowOf(fields, at, read))
        else
          throw new BillError(
            `${file}:${line}: ${fields.length} cells. expected ${width}, as many as columns`,
          )
      }
      yield rows
    }
  },
})

function rowOf(fields: readonly string[], at: ReadonlyMap<string, number>, read: ReadTagsText): ReadRow {
  const cell = (name: string) => {
    const index = at.get(name)
    return index === undefined ? undefined : fields[index]
  }
  return { cell, tags: tagsOfRow(cell, read) }
}

interface CsvRecord {
  readonly fields: readonly string[]
  /** That it starts on. */
  readonly line: number
}

/** Records of CSV; line ends within quotes belong to the cell. */
async function* recordsOf(file: string): AsyncGenerator<readonly CsvRecord[]> {
  let number = 0
  let open: { readonly lines: string[]; readonly line: number; length: number } | undefined
  const recordOf = (read: string): CsvRecord | undefined => {
    number++
    const text = number === 1 ? read.replace(/^\uFEFF/, '') : read
    if (!open && text === '') return undefined
    const isOdd = hasOddQuotes(text)
    if (!open && !isOdd) return { fields: fieldsOf(text, file, number), line: number }
    open ??= { lines: [], line: number, length: 0 }
    open.lines.push(text)
    open.length += text.length
    if (open.length > MAX_LINE)
      throw new BillError(`${file}:${open.line}: a charge of more than ${MAX_LINE} characters`)
    // A record goes on until a line closes the quote that an earlier one opened.
    if (open.lines.length === 1 || !isOdd) return undefined
    const { lines, line } = open
    open = undefined
    return { fields: fieldsOf(lines.join('\n'), file, line), line }
  }
  for await (const lines of lineBatchesOf(file)) yield lines.flatMap((line) => recordOf(line) ?? [])
  if (open) throw new BillError(`${file}:${open.line}: a quoted cell does not end`)
}

function fieldsOf(record: string, file: string, line: number): readonly string[] {
  try {
    return csvFields(record)
  } catch (error) {
    throw new BillError(`${file}:${line}: ${(error as Error).message}`)
  }
}

function hasOddQuotes(text: string): boolean {
  let quotes = 0
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) quotes++
  return quotes % 2 === 1
}
