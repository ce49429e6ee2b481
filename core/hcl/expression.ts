import { parseCall } from './call.ts'
import { parseObject, parseTuple } from './collection.ts'
import { startsItem } from './layout.ts'
import { parseNumber } from './number.ts'
import { complain, type Parser } from './parser.ts'
import type { BinaryOperator, Expression, UnaryExpression } from './syntax.ts'
import { parseHeredoc, parseQuoted } from './template.ts'
import * as T from './tokens.ts'
import { parseTraversal } from './traversal.ts'

/** How tightly an operator binds; 0 for what is none. */
const precedence = new Uint8Array(T.KINDS)
const operators: BinaryOperator[] = []
const byPrecedence: readonly (readonly [number, BinaryOperator])[][] = [
  [[T.OR, '||']],
  [[T.AND, '&&']],
  [
    [T.EQUAL_EQUAL, '=='],
    [T.NOT_EQUAL, '!='],
  ],
  [
    [T.LESS, '<'],
    [T.GREATER, '>'],
    [T.LESS_EQUAL, '<='],
    [T.GREATER_EQUAL, '>='],
  ],
  [
    [T.PLUS, '+'],
    [T.MINUS, '-'],
  ],
  [
    [T.STAR, '*'],
    [T.SLASH, '/'],
    [T.PERCENT, '%'],
  ],
]
byPrecedence.forEach((level, index) => {
  for (const [kind, operator] of level) {
    precedence[kind] = index + 1
    operators[kind] = operator
  }
})

export function parseExpression(p: Parser): Expression {
  const tallest = p.height
  p.height = 0
  let result: Expression
  if (p.enter()) {
    result = parseBinary(p, 1)
    if (p.kind === T.QUESTION) result = parseConditional(p, result)
  } else result = p.error('nested too deep')
  p.leave()
  p.height = Math.max(tallest, p.height)
  return result
}

/** `a ? b : c ? d : e` is read in a loop: chains of conditionals are long in practice, nested ones are not. */
function parseConditional(p: Parser, first: Expression): Expression {
  const branches: { condition: Expression; then: Expression }[] = []
  let last = first
  while (p.kind === T.QUESTION && p.grow()) {
    p.next()
    const then = parseExpression(p)
    branches.push({ condition: last, then })
    if (p.accept(T.COLON, '":" and the value for when the condition is false')) last = parseBinary(p, 1)
    else last = p.error('missing ":"')
  }
  for (let index = branches.length - 1; index >= 0; index--) {
    const { condition, then } = branches[index]!
    last = { kind: 'conditional', condition, then, otherwise: last, start: condition.start, end: last.end }
  }
  return last
}

function parseBinary(p: Parser, minimum: number): Expression {
  const tallest = p.height
  p.height = 0
  let left = parseOperand(p)
  for (let binds = precedence[p.kind]!; binds >= minimum; binds = precedence[p.kind]!) {
    if (!p.grow()) break
    const operator = operators[p.kind]!
    p.next()
    const right = parseBinary(p, binds + 1)
    left = { kind: 'binary', operator, left, right, start: left.start, end: right.end }
  }
  p.height = Math.max(tallest, p.height)
  return left
}

function parseOperand(p: Parser): Expression {
  if (p.kind !== T.MINUS && p.kind !== T.BANG) return parseTraversal(p, parseTerm(p))
  const prefixes: { operator: UnaryExpression['operator']; start: number }[] = []
  while (p.kind === T.MINUS || p.kind === T.BANG) {
    prefixes.push({ operator: p.kind === T.MINUS ? '-' : '!', start: p.start })
    p.next()
  }
  let operand = parseTraversal(p, parseTerm(p))
  for (let prefix = prefixes.pop(); prefix; prefix = prefixes.pop()) {
    if (!p.grow()) return p.error('too many operators', prefix.start)
    operand = { kind: 'unary', operator: prefix.operator, operand, start: prefix.start, end: operand.end }
  }
  return operand
}

function parseTerm(p: Parser): Expression {
  switch (p.kind) {
    case T.IDENTIFIER:
      if (p.layout && startsItem(p)) break
      return parseWord(p)
    case T.NUMBER:
      return parseNumber(p)
    case T.QUOTE:
      return parseQuoted(p)
    case T.HEREDOC:
      return parseHeredoc(p)
    case T.OPEN_PAREN:
      return parseParentheses(p)
    case T.OPEN_BRACKET:
      return parseTuple(p)
    case T.OPEN_BRACE:
      return parseObject(p)
  }
  if (T.followsExpression(p.kind)) return missing(p) // only the expression is missing
  if (p.kind === T.STOP) return p.error('not read')
  const message = complain(p, 'a value')
  p.fail(message)
  return p.error(message)
}

function missing(p: Parser): Expression {
  const message = complain(p, 'a value')
  p.problem(message, p.start, p.end)
  return p.error(message)
}

function parseWord(p: Parser): Expression {
  const { start, end, text } = p
  p.next()
  if (p.kind === T.OPEN_PAREN || p.kind === T.DOUBLE_COLON) return parseCall(p, start, end)
  if (end - start === 4) {
    if (text.startsWith('true', start)) return { kind: 'literal', value: true, start, end }
    if (text.startsWith('null', start)) return { kind: 'literal', value: null, start, end }
  } else if (end - start === 5 && text.startsWith('false', start)) {
    return { kind: 'literal', value: false, start, end }
  }
  return { kind: 'variable', name: text.slice(start, end), start, end }
}

function parseParentheses(p: Parser): Expression {
  const { start, newlines } = p
  p.newlines = false
  p.next()
  const expression = parseExpression(p)
  p.newlines = newlines
  p.accept(T.CLOSE_PAREN, '")"')
  p.grow()
  return { kind: 'parentheses', expression, start, end: p.last }
}
