import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { createGunzip } from 'node:zlib'
import { type ExportColumn, groupRows, type ReadRow, type TagContainer } from '../core/index.ts'
import { csvFields } from './csv-fields.ts'
import { BillError, type OpenBill } from './open-bill.ts'

/** Reads CSV files row by row, without a database: slower, in little memory, and with nothing to install. */
export async function openCsvBill(files: readonly string[]): Promise<OpenBill> {
  const names = new Set<string>()
  for (const file of files) for (const name of await headerOf(file)) names.add(name)
  const columns: readonly ExportColumn[] = [...names].map((name) => ({ name }))
  return {
    engine: 'streaming CSV reader',
    columns,
    async tagKeys(container) {
      const counts = new Map<string, number>()
      for await (const { cell } of rowsOf(files))
        for (const key of Object.keys(tagsIn(container, cell(container.column))))
          counts.set(key, (counts.get(key) ?? 0) + 1)
      return [...counts].map(([key, rows]) => ({ container, key, rows }))
    },
    async groups(view, queries) {
      const grouping = groupRows(view, queries)
      for await (const row of rowsOf(files)) grouping.add(row)
      return grouping.groups()
    },
    close: () => {},
  }
}

async function headerOf(file: string): Promise<readonly string[]> {
  for await (const { fields } of recordsOf(file)) return fields
  throw new BillError(`${file}: it is empty. expected a line of column names, then a line for each charge`)
}

async function* rowsOf(files: readonly string[]): AsyncGenerator<ReadRow> {
  for (const file of files) {
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
  }
}

function rowOf(fields: readonly string[], at: ReadonlyMap<string, number>): ReadRow {
  const cell = (name: string) => {
    const index = at.get(name)
    return index === undefined ? undefined : fields[index]
  }
  // Several dimensions look at one cell of tags: it is read once.
  let read: { container: TagContainer; tags: Readonly<Record<string, unknown>> } | undefined
  return {
    cell,
    tags: (container) => (key) => {
      if (container.form === 'columns') return cell(container.column + key)
      if (read?.container !== container) read = { container, tags: tagsIn(container, cell(container.column)) }
      if (!Object.hasOwn(read.tags, key)) return undefined
      const value = read.tags[key]
      if (value === null || value === undefined) return undefined
      return typeof value === 'object' ? JSON.stringify(value) : String(value)
    },
  }
}

/** Text that is no JSON object has no tags. */
function tagsIn({ form }: TagContainer, text: string | undefined): Readonly<Record<string, unknown>> {
  if (text === undefined || text === '') return {}
  try {
    const parsed: unknown = JSON.parse(
      form === 'bare-json' ? `{${text.replace(/^[{} ]+|[{} ]+$/g, '')}}` : text,
    )
    return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)
      ? (parsed as Record<string, unknown>)
      : {}
  } catch {
    return {}
  }
}

/** Records of CSV, each with the line it starts on; line ends within quotes belong to the cell. */
async function* recordsOf(file: string): AsyncGenerator<{ fields: readonly string[]; line: number }> {
  const raw = createReadStream(file)
  const bytes = /\.gz$/i.test(file) ? raw.pipe(createGunzip()) : raw
  const failed = new Promise<never>((_, reject) => {
    for (const stream of [raw, bytes])
      stream.once('error', (error: Error) => reject(new BillError(`${file}: ${error.message}`)))
  })
  failed.catch(() => {})
  const lines = createInterface({ input: bytes, crlfDelay: Number.POSITIVE_INFINITY })[Symbol.asyncIterator]()
  let number = 0
  let open: { text: string; line: number } | undefined
  for (;;) {
    const next = await Promise.race([lines.next(), failed])
    if (next.done) break
    number++
    const text: string = number === 1 ? next.value.replace(/^\uFEFF/, '') : next.value
    const record = open ? { text: `${open.text}\n${text}`, line: open.line } : { text, line: number }
    open = isWhole(record.text) ? undefined : record
    if (open || record.text === '') continue
    try {
      yield { fields: csvFields(record.text), line: record.line }
    } catch (error) {
      throw new BillError(`${file}:${record.line}: ${(error as Error).message}`)
    }
  }
  if (open) throw new BillError(`${file}:${open.line}: a quoted cell does not end`)
}

/** Whether every quote of the record is closed. */
function isWhole(text: string): boolean {
  let quotes = 0
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) quotes++
  return quotes % 2 === 0
}
