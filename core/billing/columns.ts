import { type Expression, MISSING, type TagForm } from './expression.ts'

/** One column of an export. Fields of a struct are columns of their own: `service.description`. */
export interface ExportColumn {
  readonly name: string
  /** How tags would lie in it; undefined where it is plain text or a number. */
  readonly form?: Extract<TagForm, 'map' | 'labels'>
}

/** The columns of an export, asked for by name, whatever its case. */
export interface Columns {
  readonly all: readonly ExportColumn[]
  has(name: string): boolean
  /** The name as the export spells it. */
  named(name: string): ExportColumn | undefined
  /** The column's text, or missing where the export has none of that name: never a column that is not there. */
  text(name: string): Expression
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
  }
}
