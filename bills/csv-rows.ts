import type { ReadRow } from '../core/index.ts'
import { csvFields } from './csv-fields.ts'
import { linesOf, MAX_LINE } from './export-lines.ts'
import { BillError } from './open-bill.ts'
import { type ExportRows, tagsOfRow } from './rows.ts'

/** A CSV file, row by row. */
export const csvRows = (file: string): ExportRows => ({
  async columns() {
    for await (const { fields } of recordsOf(file)) return fields.map((name) => ({ name }))
    throw new BillError(`${file}: it is empty. expected a line of column names, then a line for each charge`)
  },
  async *rows() {
    let at: ReadonlyMap<string, number> | undefined
    for await (const { fields, line } of recordsOf(file)) {
      if (!at) {
        at = new Map(fields.map((name, index) => [name, index]))
        continue
      }
      if (fields.length !== at.size)
        throw new BillError(
          `${file}:${line}: ${fields.length} cells. expected ${at.size}, as many as columns`,
        )
      yield rowOf(fields, at)
    }
  },
})

function rowOf(fields: readonly string[], at: ReadonlyMap<string, number>): ReadRow {
  const cell = (name: string) => {
    const index = at.get(name)
    return index === undefined ? undefined : fields[index]
  }
  return { cell, tags: tagsOfRow(cell) }
}

/** Records of CSV, each with the line it starts on; line ends within quotes belong to the cell. */
async function* recordsOf(file: string): AsyncGenerator<{ fields: readonly string[]; line: number }> {
  let number = 0
  let open: { readonly lines: string[]; readonly line: number; length: number } | undefined
  for await (const read of linesOf(file)) {
    number++
    const text = number === 1 ? read.replace(/^\uFEFF/, '') : read
    if (!open && text === '') continue
    const isOdd = hasOddQuotes(text)
    if (open || isOdd) {
      open ??= { lines: [], line: number, length: 0 }
      open.lines.push(text)
      open.length += text.length
      if (open.length > MAX_LINE)
        throw new BillError(`${file}:${open.line}: a charge of more than ${MAX_LINE} characters`)
      // A record goes on until a line closes the quote that an earlier one opened.
      if (open.lines.length === 1 || !isOdd) continue
      yield { fields: fieldsOf(open.lines.join('\n'), file, open.line), line: open.line }
      open = undefined
    } else yield { fields: fieldsOf(text, file, number), line: number }
  }
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
