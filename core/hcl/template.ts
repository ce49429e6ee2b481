import { flushIndentation, readPlainHeredoc } from './heredoc.ts'
import type { Parser } from './parser.ts'
import type { Expression, Label, TemplateExpression, TemplatePart } from './syntax.ts'
import { nestDirectives } from './template-directives.ts'
import { TemplateScanner } from './template-scanner.ts'
import * as T from './tokens.ts'

const BACKSLASH = 0x5c
const DOLLAR = 0x24

export function parseQuoted(p: Parser): TemplateExpression {
  const { start, end, text } = p
  let at = end
  for (;;) {
    const code = text.charCodeAt(at)
    if (code === T.QUOTE) {
      p.end = at + 1
      p.next()
      const parts: TemplatePart[] = []
      if (at > end) parts.push({ kind: 'text', value: text.slice(end, at), start: end, end: at })
      return { kind: 'template', form: 'quoted', parts, start, end: at + 1 }
    }
    // Neither plain text nor its end: also NaN, past the end of the text.
    if (!(code >= 0x20) || code === BACKSLASH || code === DOLLAR || code === T.PERCENT) break
    at++
  }
  const scanner = new TemplateScanner(p, 'quoted')
  const close = scanner.scanQuoted(end)
  const parts = nestDirectives(p, scanner.pieces)
  if (p.kind !== T.STOP) {
    p.end = close
    p.next()
  }
  return { kind: 'template', form: 'quoted', parts, start, end: p.last }
}

/** A quoted label of a block; its span includes the quotes. */
export function parseLabel(p: Parser): Label {
  const { parts, start, end } = parseQuoted(p)
  const sequence = parts.find((part) => part.kind !== 'text')
  if (sequence !== undefined) {
    const message = `a label cannot be computed, expected a plain string (a literal "\${" is written "$\${")`
    p.problem(message, sequence.start, sequence.end)
  }
  return { value: parts.map((part) => (part.kind === 'text' ? part.value : '')).join(''), start, end }
}

export function parseHeredoc(p: Parser): Expression {
  const { start, end } = p
  const flush = p.text.charCodeAt(start + 2) === T.MINUS
  const marker = p.text.slice(start + (flush ? 3 : 2), end).trim()
  if (p.layout && p.heredocs.closingLine(marker, end) === undefined) return unclosed(p, marker, start, end)
  const plain = readPlainHeredoc(p.text, end, marker, flush)
  if (plain !== undefined) {
    p.end = plain.close
    p.next()
    return { kind: 'template', form: 'heredoc', parts: plain.parts, start, end: plain.close }
  }
  const scanner = new TemplateScanner(p, 'heredoc')
  const close = scanner.scanLines(end, marker)
  if (close === undefined) {
    if (p.kind !== T.STOP) return unclosed(p, marker, start, end)
  } else {
    p.end = close
    p.next()
  }
  if (flush) flushIndentation(scanner.pieces)
  const parts = nestDirectives(p, scanner.pieces)
  return { kind: 'template', form: 'heredoc', parts, start, end: p.last }
}

function unclosed(p: Parser, marker: string, start: number, end: number): Expression {
  const message = `heredoc is not closed, expected a line that holds only "${marker}"`
  p.last = p.text.slice(start, end).trimEnd().length + start
  p.kind = T.HEREDOC
  p.fail(message, start, p.last)
  return p.error(message, start)
}

/** The whole text is a template. */
export function parseTemplateText(p: Parser): TemplateExpression {
  const scanner = new TemplateScanner(p, 'file')
  scanner.scanLines(p.end, undefined)
  const parts = nestDirectives(p, scanner.pieces)
  return { kind: 'template', form: 'file', parts, start: 0, end: p.text.length }
}
