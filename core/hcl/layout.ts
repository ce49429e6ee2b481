import type { Parser } from './parser.ts'
import * as T from './tokens.ts'

/** How far the token at hand is indented, in characters, or -1 where it is not the first on its line. */
export function columnOf(p: Parser): number {
  const { text, start } = p
  let at = start
  while (at > 0 && isBlank(text.charCodeAt(at - 1))) at--
  return at === 0 || text.charCodeAt(at - 1) === T.NEWLINE ? start - at : -1
}

/**
 * Whether the identifier at hand, within an expression, begins the next argument or block: it stands first on its
 * line, no further in than the item being read, and `=` or a block's label or brace follows.
 */
export function startsItem(p: Parser): boolean {
  const column = columnOf(p)
  if (column < 0 || column > p.itemIndent) return false
  const { text } = p
  let at = p.end
  while (isBlank(text.charCodeAt(at))) at++
  const code = text.charCodeAt(at)
  if (code === T.EQUAL) return text.charCodeAt(at + 1) !== T.EQUAL && text.charCodeAt(at + 1) !== T.GREATER
  return code === T.QUOTE || code === T.OPEN_BRACE
}

/**
 * Goes on after something unreadable: to the first line that is no further in than the broken item and does not
 * merely close its brackets. That line may be the one of the token at hand. Never goes back.
 */
export function resync(p: Parser, indent: number): void {
  skipTo(
    p,
    columnOf(p) >= 0 && p.kind !== T.NEWLINE ? lineStart(p.text, p.start) : nextLine(p, p.start),
    indent,
  )
}

/** As `resync`, but the line at hand is given up in any case. */
export function skipLine(p: Parser, indent: number): void {
  skipTo(p, nextLine(p, p.start), indent)
}

function skipTo(p: Parser, from: number, indent: number): void {
  const { text } = p
  let line = from
  while (line < text.length) {
    let at = line
    while (isBlank(text.charCodeAt(at))) at++
    const comment = p.keepComment(at)
    if (comment > at) {
      line = nextLine(p, comment)
      continue
    }
    const column = at - line
    if (column <= indent && !isLineEnd(text, at) && !continues(text.charCodeAt(at), column === indent)) break
    line = nextLine(p, at)
  }
  p.kind = T.NEWLINE
  p.end = Math.max(p.last, Math.min(line, text.length))
  p.newlines = true
  p.next()
}

/** Whether a line that begins so belongs to the item before it. */
function continues(code: number, sameColumn: boolean): boolean {
  if (code === T.CLOSE_BRACE) return sameColumn
  return code === T.CLOSE_PAREN || code === T.CLOSE_BRACKET || code === T.COMMA
}

function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x09
}

function isLineEnd(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code === T.NEWLINE || (code === 0x0d && text.charCodeAt(at + 1) === T.NEWLINE)
}

function lineStart(text: string, at: number): number {
  let start = at
  while (start > 0 && text.charCodeAt(start - 1) !== T.NEWLINE) start--
  return start
}

/** The start of the line after the one of `at`; heredocs that begin on it are stepped over. */
function nextLine(p: Parser, at: number): number {
  const found = p.text.indexOf('\n', at)
  if (found < 0) return p.text.length
  const marker = p.heredocs.openedAt(found)
  const close = marker === undefined ? undefined : p.heredocs.closingLine(marker, found + 1)
  return close === undefined ? found + 1 : nextLine(p, close)
}
