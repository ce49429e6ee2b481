import { visible } from '../text/visible.ts'

/** `digits`: a number with all its digits, `1234.50`. */
export type Cell = string | number | { readonly digits: string } | undefined

/** A line of RFC 4180, with its CRLF. */
export function csvLine(cells: readonly Cell[]): string {
  return `${cells.map(cellText).join(',')}\r\n`
}

/** Numbers as they are; nothing is an empty cell. */
function cellText(cell: Cell): string {
  if (cell === undefined) return ''
  if (typeof cell === 'object') return cell.digits
  return typeof cell === 'number' ? String(cell) : textCell(visible(cell).trim())
}

/**
 * A name from the files under review. Spreadsheets take a cell that begins so for a formula, quoted or not: an
 * apostrophe before it makes it text.
 */
function textCell(text: string): string {
  const safe = /^[=+\-@＝＋－＠]/.test(text) ? `'${text}` : text
  return /[",;']/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
