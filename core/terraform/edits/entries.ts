import { columns } from './lines.ts'
import type { SnippetChoice } from './piece.ts'
import { keyText, type Piece } from './piece.ts'

/** Tags to write, in order. */
export type Entries = readonly (readonly [key: string, value: string | SnippetChoice])[]

/** How the lines around write them. */
export interface EntryStyle {
  readonly quoted: boolean
  /** What stands between key and value where it is not an equal sign, e.g. ` : `. */
  readonly colon: string | undefined
}

export const PLAIN_STYLE: EntryStyle = { quoted: false, colon: undefined }

/** `key = "value"` of each entry, with the equal sign `column` columns in. */
export function entryPieces(
  entries: Entries,
  { quoted, colon }: EntryStyle,
  column = 0,
): readonly (readonly Piece[])[] {
  return entries.map(([key, value]): readonly Piece[] => {
    const name = keyText(key, quoted)
    const equal = `${' '.repeat(Math.max(1, column - columns(name)))}= `
    return [`${name}${colon ?? equal}"`, { value }, '"']
  })
}

export function entryWidths(entries: Entries, { quoted }: EntryStyle): readonly number[] {
  return entries.map(([key]) => columns(keyText(key, quoted)))
}

/** A new object: one entry on a line, or each on its own. */
export function newObject(
  entries: Entries,
  layout: {
    readonly indent: string
    readonly step: string
    readonly lineBreak: string
    readonly spread: boolean
  },
): readonly Piece[] {
  const { indent, step, lineBreak, spread } = layout
  if (!spread) return ['{ ', ...entryPieces(entries, PLAIN_STYLE).flatMap(commaBefore), ' }']
  const column = Math.max(...entryWidths(entries, PLAIN_STYLE)) + 1
  const lines = entryPieces(entries, PLAIN_STYLE, column)
  return ['{', ...lines.flatMap((line) => [lineBreak + indent + step, ...line]), `${lineBreak}${indent}}`]
}

export function commaBefore(pieces: readonly Piece[], index: number): readonly Piece[] {
  return index === 0 ? pieces : [', ', ...pieces]
}
