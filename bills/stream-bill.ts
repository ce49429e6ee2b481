import { type ExportColumn, groupRows, type ReadRow } from '../core/index.ts'
import { csvRows } from './csv-rows.ts'
import { isJsonDocument, jsonDocumentRows, jsonLineRows } from './json-rows.ts'
import type { OpenBill } from './open-bill.ts'
import { type ExportRows, tagsReader } from './rows.ts'

/** Reads CSV and JSON files row by row, without a database: slower, in little memory, and with nothing to install. */
export async function openStreamBill(files: readonly string[]): Promise<OpenBill> {
  const sources = await Promise.all(files.map(sourceOf))
  const found = new Map<string, ExportColumn>()
  for (const source of sources)
    for (const column of await source.columns())
      if (found.get(column.name)?.fields === undefined) found.set(column.name, column)
  const columns = [...found.values()]
  return {
    engine: 'streaming reader',
    columns,
    async tagKeys(container) {
      const counts = new Map<string, number>()
      const add = (key: string) => counts.set(key, (counts.get(key) ?? 0) + 1)
      const own =
        container.form === 'columns'
          ? columns.flatMap(({ name }) =>
              name.startsWith(container.column) ? name.slice(container.column.length) : [],
            )
          : undefined
      const read = tagsReader()
      const keysOf = ({ cell }: ReadRow) =>
        own?.filter((key) => (cell(container.column + key) ?? '') !== '') ??
        read(container, cell(container.column)).keys()
      for await (const rows of rowsOf(sources))
        for (const row of rows) for (const key of keysOf(row)) add(key)
      return [...counts].map(([key, rows]) => ({ container, key, rows }))
    },
    async groups(view, queries) {
      const grouping = groupRows(view, queries)
      if (grouping.asksForOthers) for await (const rows of rowsOf(sources)) rows.forEach(grouping.look)
      for await (const rows of rowsOf(sources)) rows.forEach(grouping.add)
      return grouping.groups()
    },
    close: () => {},
  }
}

async function sourceOf(file: string): Promise<ExportRows> {
  if (!isJson(file)) return csvRows(file)
  return (await isJsonDocument(file)) ? jsonDocumentRows(file) : jsonLineRows(file)
}

export const isJson = (file: string): boolean => /\.(?:jsonl?|ndjson)(?:\.gz)?$/i.test(file)

async function* rowsOf(sources: readonly ExportRows[]): AsyncGenerator<readonly ReadRow[]> {
  for (const source of sources) yield* source.rows()
}
