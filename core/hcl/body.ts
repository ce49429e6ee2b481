import { parseExpression } from './expression.ts'
import { columnOf, resync, skipLine } from './layout.ts'
import { complain, type Parser } from './parser.ts'
import type { Attribute, Block, Body, Label } from './syntax.ts'
import { parseLabel } from './template.ts'
import * as T from './tokens.ts'

interface Items {
  readonly attributes: Attribute[]
  readonly blocks: Block[]
}

const TOP = -1

export function parseFileBody(p: Parser): Body {
  const items: Items = { attributes: [], blocks: [] }
  p.next()
  while (!parseItems(p, items, TOP)) {
    p.fail('unexpected "}": no block is open that it could close')
    if (!p.layout) break
    skipLine(p, p.text.length)
  }
  checkNames(p, items.attributes)
  const { attributes, blocks } = items
  return { attributes, blocks, start: 0, end: p.text.length }
}

/**
 * Items up to what ends the body; `outer` is how far its header is indented. True where the end is in order: the
 * closing brace is at hand, or the file's end. With layout, a line that is not further in than the header ends an
 * unclosed body, unless the body's first line was not either.
 */
function parseItems(p: Parser, items: Items, outer: number): boolean {
  let indented: boolean | undefined
  for (;;) {
    while (p.kind === T.NEWLINE) p.next()
    const column = p.layout ? columnOf(p) : -1
    if (p.kind === T.END) return outer === TOP
    if (p.kind === T.CLOSE_BRACE) {
      if (outer === TOP) return false
      if (column < 0 || column === outer || indented === false) return true
      if (column < outer) return false
      if (!indented) return true
      p.problem('unexpected "}": nothing is open at this indentation', p.start, p.end)
      skipLine(p, p.text.length)
      continue
    }
    if (column >= 0 && outer !== TOP) {
      if (column <= outer && (indented ?? opensLabelledBlock(p, column))) return false
      indented ??= column > outer
    }
    const enclosing = p.itemIndent
    const indent = column >= 0 ? column : enclosing
    p.itemIndent = indent
    if (p.kind === T.IDENTIFIER) {
      parseItem(p, items, false)
      if (p.kind === T.STOP && p.layout) resync(p, indent)
    } else {
      p.expected('an argument (name = value) or a block (name { … })')
      if (p.layout) skipLine(p, indent)
    }
    p.itemIndent = enclosing
    if (p.kind === T.STOP) return false
  }
}

/** Whether the line at hand begins like `resource "…"` at the margin: a block was left open before it. */
function opensLabelledBlock(p: Parser, column: number): boolean {
  return column === 0 && p.kind === T.IDENTIFIER && /^[ \t]+"/.test(p.text.slice(p.end, p.end + 8))
}

function parseItem(p: Parser, items: Items, oneLine: boolean): void {
  const { start, end } = p
  const name = p.word()
  p.next()
  switch (p.kind) {
    case T.EQUAL:
      parseAttribute(p, items, name, start, end, oneLine)
      break
    case T.QUOTE:
    case T.IDENTIFIER:
    case T.OPEN_BRACE:
      if (oneLine) p.problem(`block "${name}" in a block on one line, expected one argument`, start, end)
      parseBlock(p, items, name, start, end, oneLine)
      break
    default:
      p.expected(`"= value" or a block after "${name}"`)
  }
}

function parseAttribute(
  p: Parser,
  items: Items,
  name: string,
  start: number,
  nameEnd: number,
  oneLine: boolean,
): void {
  p.next()
  const value = parseExpression(p)
  items.attributes.push({ name, nameSpan: { start, end: nameEnd }, value, start, end: value.end })
  if (oneLine || p.kind === T.NEWLINE || p.kind === T.END) return
  if (p.kind === T.COMMA) {
    p.problem('unexpected ",": arguments are separated by line breaks', p.start, p.end)
    p.next()
  } else if (p.kind === T.CLOSE_BRACE && p.layout) {
    p.problem('unexpected "}", expected a line break before it', p.start, p.end)
  } else p.expected('a line break after the value')
}

function parseBlock(
  p: Parser,
  items: Items,
  type: string,
  start: number,
  typeEnd: number,
  oneLine: boolean,
): void {
  const labels: Label[] = []
  for (;;) {
    if (p.kind === T.QUOTE) labels.push(parseLabel(p))
    else if (p.kind === T.IDENTIFIER) {
      labels.push({ value: p.word(), start: p.start, end: p.end })
      p.next()
    } else break
  }
  const inner: Items = { attributes: [], blocks: [] }
  let open = p.last
  let closed = false
  if (p.kind !== T.OPEN_BRACE) p.expected(`"{" on the line of block "${type}"`)
  else if (p.enter()) {
    open = p.start
    p.next()
    closed = parseBlockItems(p, inner)
    if (closed) p.next()
    else if (p.kind !== T.STOP) reportUnclosed(p, type, start, open)
    checkNames(p, inner.attributes)
  }
  p.leave()
  const body: Body = { attributes: inner.attributes, blocks: inner.blocks, start: open, end: p.last }
  items.blocks.push({ type, typeSpan: { start, end: typeEnd }, labels, body, start, end: p.last })
  if (closed && !oneLine && p.kind !== T.NEWLINE && p.kind !== T.END) p.expected('a line break after "}"')
}

function reportUnclosed(p: Parser, type: string, start: number, open: number): void {
  const message = `block "${type}" is not closed, expected "}"`
  if (p.layout) p.problem(message, start, open + 1)
  else p.fail(message, start, open + 1)
}

/** Whether the closing brace is at hand. */
function parseBlockItems(p: Parser, items: Items): boolean {
  if (p.kind !== T.NEWLINE && p.kind !== T.END && p.kind !== T.CLOSE_BRACE && !parseOneLine(p, items)) {
    return p.kind === T.CLOSE_BRACE
  }
  return parseItems(p, items, p.itemIndent === TOP ? 0 : p.itemIndent)
}

/** The single argument of `name { argument = value }`. True where more lines follow after all. */
function parseOneLine(p: Parser, items: Items): boolean {
  if (p.kind === T.IDENTIFIER) parseItem(p, items, true)
  else p.expected('an argument (name = value) or "}"')
  while (p.kind === T.COMMA) {
    p.problem('unexpected ",": a block on one line holds one argument', p.start, p.end)
    p.next()
    if (p.kind === T.IDENTIFIER) parseItem(p, items, true)
  }
  if (p.kind === T.CLOSE_BRACE) return false
  if (p.kind === T.NEWLINE) {
    p.problem(complain(p, '"}": a block that begins on one line ends on it'), p.start, p.end)
    return true
  }
  p.expected('"}" after the argument of a block on one line')
  if (!p.layout || /^[^\n]*}/.test(restOfLine(p))) return false
  skipLine(p, p.text.length)
  return true
}

function restOfLine(p: Parser): string {
  const end = p.text.indexOf('\n', p.start)
  return p.text.slice(p.start, end < 0 ? p.text.length : end)
}

/** Each argument may be set once. */
function checkNames(p: Parser, attributes: readonly Attribute[]): void {
  if (attributes.length < 2) return
  if (attributes.length <= 8) {
    for (let index = 1; index < attributes.length; index++) {
      const { name } = attributes[index]!
      for (let earlier = 0; earlier < index; earlier++) {
        if (attributes[earlier]!.name === name) {
          reportRepeated(p, attributes[index]!, attributes[earlier]!)
          break
        }
      }
    }
    return
  }
  const known = new Map<string, Attribute>()
  for (const attribute of attributes) {
    const earlier = known.get(attribute.name)
    if (earlier === undefined) known.set(attribute.name, attribute)
    else reportRepeated(p, attribute, earlier)
  }
}

function reportRepeated(p: Parser, again: Attribute, first: Attribute): void {
  const { line } = p.source.position(first.start)
  const message = `argument "${again.name}" is already set at line ${line}, expected it once`
  p.problem(message, again.nameSpan.start, again.nameSpan.end)
}
