import { parseExpression } from './expression.ts'
import type { Parser } from './parser.ts'
import type { Expression } from './syntax.ts'
import * as T from './tokens.ts'

/** After the first word of `name(…)` or `provider::aws::name(…)`. */
export function parseCall(p: Parser, start: number, wordEnd: number): Expression {
  let nameEnd = wordEnd
  let name = p.text.slice(start, wordEnd)
  while (p.kind === T.DOUBLE_COLON) {
    p.next()
    if (p.kind !== T.IDENTIFIER) {
      p.expected(`a function name after "${name}::"`)
      return p.error('missing function name', start)
    }
    name += `::${p.word()}`
    nameEnd = p.end
    p.next()
  }
  if (p.kind !== T.OPEN_PAREN) {
    p.expected(`"(" after the function name "${name}"`)
    return p.error('missing arguments', start)
  }
  const newlines = p.newlines
  p.newlines = false
  p.next()
  const args: Expression[] = []
  let expandFinal = false
  while (p.kind !== T.CLOSE_PAREN) {
    args.push(parseExpression(p))
    if (p.kind === T.ELLIPSIS) {
      expandFinal = true
      p.next()
      break
    }
    if (p.kind !== T.COMMA) break
    p.next()
  }
  p.newlines = newlines
  p.accept(T.CLOSE_PAREN, expandFinal ? '")" after "..."' : `"," or ")" in the arguments of "${name}"`)
  p.grow()
  return { kind: 'call', name, nameSpan: { start, end: nameEnd }, args, expandFinal, start, end: p.last }
}
