import {
  type ExportColumn,
  ownText,
  type ReadCell,
  type ReadRow,
  type ReadTags,
  type TagContainer,
  type TagForm,
} from '../core/index.ts'

/** A file of an export that is read row by row, as often as is asked. */
export interface ExportRows {
  columns(): Promise<readonly ExportColumn[]>
  /** As many at a time as are read at once. */
  rows(): AsyncIterable<readonly ReadRow[]>
}

export type ReadTagsText = (container: TagContainer, text: string | undefined) => ReadonlyMap<string, string>

/** Many charges have the same tags, and several dimensions look at them: a text is read once, and so many are kept. */
const REMEMBERED = 10_000
const MAX_REMEMBERED_LENGTH = 4096

export function tagsReader(): (
  container: TagContainer,
  text: string | undefined,
) => ReadonlyMap<string, string> {
  const known = new Map<TagForm, Map<string, ReadonlyMap<string, string>>>()
  return (container, text) => {
    if (text === undefined || text.length > MAX_REMEMBERED_LENGTH) return tagsIn(container, text)
    const byText = known.get(container.form) ?? new Map<string, ReadonlyMap<string, string>>()
    known.set(container.form, byText)
    const found = byText.get(text)
    if (found) return found
    if (byText.size >= REMEMBERED) byText.clear()
    const tags = tagsIn(container, text)
    byText.set(ownText(text), tags)
    return tags
  }
}

export const tagsOfRow =
  (cell: ReadCell, read: ReadTagsText = tagsIn): ReadTags =>
  (container) => {
    if (container.form === 'columns') return (key) => cell(container.column + key)
    const tags = read(container, cell(container.column))
    return (key) => tags.get(key)
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
