import type { ExportColumn, ReadCell, ReadRow, ReadTags, TagContainer } from '../core/index.ts'

/** A file of an export that is read row by row, as often as is asked. */
export interface ExportRows {
  columns(): Promise<readonly ExportColumn[]>
  rows(): AsyncIterable<ReadRow>
}

/** Several dimensions look at one cell of tags: it is read once. */
export function tagsOfRow(cell: ReadCell): ReadTags {
  let read: { container: TagContainer; tags: ReadonlyMap<string, string> } | undefined
  return (container) => (key) => {
    if (container.form === 'columns') return cell(container.column + key)
    if (read?.container !== container) read = { container, tags: tagsIn(container, cell(container.column)) }
    return read.tags.get(key)
  }
}

/** The tags of a cell; text that is neither a JSON object nor a list of keys with values has none. */
export function tagsIn({ form }: TagContainer, text: string | undefined): ReadonlyMap<string, string> {
  if (text === undefined || text === '') return NO_TAGS
  try {
    const parsed: unknown = JSON.parse(
      form === 'bare-json' ? `{${text.replace(/^[{} ]+|[{} ]+$/g, '')}}` : text,
    )
    if (typeof parsed !== 'object' || parsed === null) return NO_TAGS
    return form === 'labels' ? labelsIn(parsed) : entriesIn(parsed)
  } catch {
    return NO_TAGS
  }
}

const NO_TAGS: ReadonlyMap<string, string> = new Map()

/** A key without a value is kept: it is on the bill. */
function entriesIn(object: object): ReadonlyMap<string, string> {
  return Array.isArray(object)
    ? NO_TAGS
    : new Map(Object.entries(object).map(([key, value]) => [key, textOf(value)]))
}

/** The first of a key counts. */
function labelsIn(list: object): ReadonlyMap<string, string> {
  const tags = new Map<string, string>()
  for (const entry of Array.isArray(list) ? list : []) {
    const { key, value } = (entry ?? {}) as { readonly key?: unknown; readonly value?: unknown }
    if (typeof key === 'string' && !tags.has(key)) tags.set(key, textOf(value))
  }
  return tags
}

/** What is null is blank, which is missing. */
const textOf = (value: unknown): string => {
  if (value === null || value === undefined) return ''
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
