import { parseExpression } from './expression.ts'
import type { Parser } from './parser.ts'
import type { Expression } from './syntax.ts'
import * as T from './tokens.ts'

/** The names between `for` and `in`, the keyword `in`, and what is gone through. */
export interface ForIntroduction {
  readonly keyName: string | undefined
  readonly valueName: string
  readonly collection: Expression
}

/** At `for` inside its bracket or brace, with line breaks already blank. */
export function parseFor(p: Parser, start: number, newlines: boolean, object: boolean): Expression {
  const introduction = parseForIntroduction(p)
  p.accept(T.COLON, '":" after what "for" goes through')
  let key: Expression | undefined
  let value = parseExpression(p)
  if (p.kind === T.ARROW) {
    p.next()
    key = value
    value = parseExpression(p)
  }
  const grouping = p.kind === T.ELLIPSIS
  const ellipsis = p.start
  if (grouping) p.next()
  let condition: Expression | undefined
  if (p.isWord('if')) {
    p.next()
    condition = parseExpression(p)
  }
  p.newlines = newlines
  const close = object ? T.CLOSE_BRACE : T.CLOSE_BRACKET
  const closed = p.accept(close, `"if" or "${object ? '}' : ']'}" after the value of "for"`)
  if (closed && object && key === undefined)
    p.problem('"for" in braces builds an object, expected "key => value"', value.start, value.end)
  if (closed && !object && key !== undefined)
    p.problem('"for" in brackets builds a list, expected a value without "key =>"', key.start, key.end)
  if (closed && !object && grouping)
    p.problem('"..." groups values by key, expected it in an object "{for …}" only', ellipsis, ellipsis + 3)
  p.grow()
  return { kind: 'for', ...introduction, key, value, condition, grouping, start, end: p.last }
}

/** At `for`. */
export function parseForIntroduction(p: Parser): ForIntroduction {
  p.next()
  let keyName: string | undefined
  let valueName = parseName(p, 'a variable name after "for"')
  if (p.kind === T.COMMA) {
    p.next()
    keyName = valueName
    valueName = parseName(p, 'a variable name after ","')
  }
  if (p.isWord('in')) p.next()
  else p.expected(`"in" after "for ${keyName === undefined ? '' : `${keyName}, `}${valueName}"`)
  return { keyName, valueName, collection: parseExpression(p) }
}

function parseName(p: Parser, what: string): string {
  const name = p.kind === T.IDENTIFIER ? p.word() : ''
  p.accept(T.IDENTIFIER, what)
  return name
}
