import { parseExpression } from './expression.ts'
import { parseFor } from './for-expression.ts'
import { columnOf, resync, skipLine } from './layout.ts'
import type { Parser } from './parser.ts'
import type { Expression, ObjectItem, ObjectKeyName } from './syntax.ts'
import * as T from './tokens.ts'

export function parseTuple(p: Parser): Expression {
  const { start, newlines } = p
  p.newlines = false
  p.next()
  if (p.isWord('for')) return parseFor(p, start, newlines, false)
  const items: Expression[] = []
  while (p.kind !== T.CLOSE_BRACKET) {
    items.push(parseExpression(p))
    if (p.kind !== T.COMMA) break
    p.next()
  }
  p.newlines = newlines
  p.accept(T.CLOSE_BRACKET, '"," or "]"')
  p.grow()
  return { kind: 'tuple', items, start, end: p.last }
}

export function parseObject(p: Parser): Expression {
  const { start, newlines } = p
  p.newlines = true
  p.next()
  while (p.kind === T.NEWLINE) p.next()
  if (p.isWord('for')) {
    p.newlines = false
    return parseFor(p, start, newlines, true)
  }
  const items: ObjectItem[] = []
  const closed = p.layout ? parseItemsByLayout(p, start, items) : parseItems(p, items)
  p.newlines = newlines
  if (closed) p.next()
  p.grow()
  return { kind: 'object', items, start, end: p.last }
}

/** Up to the closing brace; false where reading stopped. */
function parseItems(p: Parser, items: ObjectItem[]): boolean {
  for (;;) {
    while (p.kind === T.NEWLINE) p.next()
    if (p.kind === T.CLOSE_BRACE) return true
    if (!parseItem(p, items) || p.kind === T.STOP) return false
  }
}

/** One item and what separates it from the next. `column` is its indentation where it begins a line, with layout. */
function parseItem(p: Parser, items: ObjectItem[], column = -1): boolean {
  const key = parseKey(p)
  if (p.kind !== T.EQUAL && p.kind !== T.COLON) {
    p.expected('"=" and a value after the key')
    return false
  }
  p.next()
  if (column >= 0) p.itemIndent = column
  const value = parseExpression(p)
  items.push({ key, value, start: key.start, end: value.end })
  if (p.kind === T.COMMA || p.kind === T.NEWLINE) p.next()
  else if (p.kind !== T.CLOSE_BRACE) p.expected('a line break, "," or "}" after the value')
  return true
}

function parseKey(p: Parser): Expression | ObjectKeyName {
  if (p.kind !== T.IDENTIFIER) return parseExpression(p)
  const { start, end } = p
  if (isSeparator(p.text, end)) {
    p.next()
    return { kind: 'name', name: p.text.slice(start, end), start, end }
  }
  const key = parseExpression(p)
  if (key.kind !== 'variable' && key.kind !== 'literal') return key
  return { kind: 'name', name: p.text.slice(start, end), start, end }
}

/** Whether `=` or `:` follows at once. */
function isSeparator(text: string, after: number): boolean {
  let at = after
  while (text.charCodeAt(at) === 0x20) at++
  const code = text.charCodeAt(at)
  const second = text.charCodeAt(at + 1)
  if (code === T.EQUAL) return second !== T.EQUAL && second !== T.GREATER
  return code === T.COLON && second !== T.COLON
}

/** As `parseItems`, where lines that are not further in than the line of the brace end an unclosed object. */
function parseItemsByLayout(p: Parser, open: number, items: ObjectItem[]): boolean {
  const outer = p.itemIndent
  let indented: boolean | undefined
  for (;;) {
    while (p.kind === T.NEWLINE) p.next()
    const column = columnOf(p)
    const closing = p.kind === T.CLOSE_BRACE
    if (closing && !(column >= 0 && column < outer)) return true
    indented ??= column < 0 ? undefined : column > outer
    if (closing || p.kind === T.END || (column >= 0 && column <= outer && indented)) {
      p.fail('object is not closed, expected "}"', open, open + 1)
      return false
    }
    const { start } = p
    parseItem(p, items, column)
    p.itemIndent = outer
    if (p.kind === T.STOP) {
      if (column < 0) return false
      if (p.start > start) resync(p, column)
      else skipLine(p, column) // the key itself is none
    }
  }
}
