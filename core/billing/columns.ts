import { type Expression, MISSING, type TagContainer, type TagForm } from './expression.ts'

/** One column of an export. Fields of a struct are columns of their own: `service.description`. */
export interface ExportColumn {
  readonly name: string
  /** How tags would lie in it; undefined where it is plain text or a number. */
  readonly form?: Extract<TagForm, 'map' | 'labels'>
  /** Of a list, the fields of its entries. */
  readonly fields?: readonly string[]
}

/** The columns of an export, asked for by name, whatever its case. */
export interface Columns {
  readonly all: readonly ExportColumn[]
  has(name: string): boolean
  /** The name as the export spells it. */
  named(name: string): ExportColumn | undefined
  /** The column's text, or missing where the export has none of that name: never a column that is not there. */
  text(name: string): Expression
  /** Where a column of this name keeps tags; nothing where there is none of it. `written` is its form as text. */
  tags(name: string, written: TagForm): readonly TagContainer[]
  /** A column for each key, where names begin so, whatever their case. */
  tagColumns(prefix: string): readonly TagContainer[]
}

export function columnsOf(all: readonly ExportColumn[]): Columns {
  const byName = new Map(all.toReversed().map((each) => [each.name.toLowerCase(), each]))
  const named = (name: string) => byName.get(name.toLowerCase())
  return {
    all,
    named,
    has: (name) => named(name) !== undefined,
    text: (name) => {
      const found = named(name)
      return found ? { kind: 'column', name: found.name } : MISSING
    },
    tags: (name, written) => {
      const found = named(name)
      return found ? [{ column: found.name, form: found.form ?? written }] : []
    },
    tagColumns: (prefix) => {
      const found = all.find((each) => each.name.toLowerCase().startsWith(prefix.toLowerCase()))
      return found ? [{ column: found.name.slice(0, prefix.length), form: 'columns' }] : []
    },
  }
}
