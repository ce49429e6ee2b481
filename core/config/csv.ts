import type { Range, SourceFile } from '../source/source-file.ts'

/** A cell of a table, without its quotes, and where it stands. */
export interface Cell {
  readonly text: string
  readonly range: Range
}

/**
 * The rows of a text of comma-separated values (RFC 4180): cells may be in double quotes, doubled inside. Empty lines
 * are none. A quote that is never closed ends with the text.
 */
export function* csvRows(source: SourceFile): Generator<readonly Cell[]> {
  const { text } = source
  let row: Cell[] = []
  let at = text.startsWith('\uFEFF') ? 1 : 0
  while (at < text.length) {
    const start = at
    let cell = ''
    if (text[at] === '"') {
      for (at++; at < text.length; at++) {
        if (text[at] === '"' && text[++at] !== '"') break
        cell += text[at]
      }
    }
    const rest = at
    while (at < text.length && text[at] !== ',' && text[at] !== '\n') at++
    cell = (cell + text.slice(rest, at)).trim()
    row.push({ text: cell, range: { source, start, end: at } })
    const ends = text[at++] !== ','
    // A comma at the very end opens one more cell.
    if (!ends && at === text.length) row.push({ text: '', range: { source, start: at, end: at } })
    if (ends || at === text.length) {
      if (row.length > 1 || row[0]!.text !== '') yield row
      row = []
    }
  }
}
