import { parseExpression } from './expression.ts'
import { parseNumber } from './number.ts'
import type { Parser } from './parser.ts'
import type { Expression, SplatStep } from './syntax.ts'
import * as T from './tokens.ts'

/** What follows a term: `.name`, `.0`, `[key]`, `.*` and `[*]`. */
export function parseTraversal(p: Parser, from: Expression): Expression {
  let object = from
  for (;;) {
    if (p.kind === T.DOT) {
      if (!p.grow()) return object
      p.next()
      if (p.kind === T.IDENTIFIER) {
        const nameSpan = { start: p.start, end: p.end }
        object = { kind: 'attribute', object, name: p.word(), nameSpan, start: object.start, end: p.end }
        p.next()
      } else if (p.kind === T.NUMBER) {
        const key = legacyIndex(p)
        object = { kind: 'index', object, key, start: object.start, end: key.end }
      } else if (p.kind === T.STAR) {
        p.next()
        const each = attributeSteps(p)
        object = { kind: 'splat', style: 'attribute', object, each, start: object.start, end: p.last }
      } else {
        missingName(p)
        return p.error('missing attribute name', object.start)
      }
    } else if (p.kind === T.OPEN_BRACKET) {
      if (!p.grow()) return object
      const key = parseIndex(p)
      if (key === 'splat') {
        const each = fullSteps(p)
        object = { kind: 'splat', style: 'full', object, each, start: object.start, end: p.last }
      } else object = { kind: 'index', object, key, start: object.start, end: p.last }
    } else return object
  }
}

/** The attribute names and legacy indexes after `.*`; a `[` ends the splat. */
function attributeSteps(p: Parser): SplatStep[] {
  const steps: SplatStep[] = []
  while (p.kind === T.DOT && p.grow()) {
    const start = p.start
    p.next()
    if (p.kind === T.IDENTIFIER) {
      steps.push({ kind: 'attribute', name: p.word(), start, end: p.end })
      p.next()
    } else if (p.kind === T.NUMBER) {
      const key = legacyIndex(p)
      steps.push({ kind: 'index', key, start, end: key.end })
    } else if (p.kind === T.STAR) {
      p.fail('".*" cannot follow within another ".*", expected "[*]" for both')
      break
    } else {
      missingName(p)
      break
    }
  }
  return steps
}

/** Everything after `[*]`, further splats included, applies to each item. */
function fullSteps(p: Parser): SplatStep[] {
  const steps: SplatStep[] = []
  const splats: { steps: SplatStep[]; start: number }[] = []
  let current = steps
  while ((p.kind === T.DOT || p.kind === T.OPEN_BRACKET) && p.grow()) {
    const start = p.start
    if (p.kind === T.OPEN_BRACKET) {
      const key = parseIndex(p)
      if (key === 'splat') {
        splats.push({ steps: current, start })
        current = []
      } else current.push({ kind: 'index', key, start, end: p.last })
      continue
    }
    p.next()
    if (p.kind === T.IDENTIFIER) {
      current.push({ kind: 'attribute', name: p.word(), start, end: p.end })
      p.next()
    } else if (p.kind === T.NUMBER) {
      const key = legacyIndex(p)
      current.push({ kind: 'index', key, start, end: key.end })
    } else if (p.kind === T.STAR) {
      p.next()
      const each = attributeSteps(p)
      current.push({ kind: 'splat', style: 'attribute', each, start, end: p.last })
    } else {
      missingName(p)
      break
    }
  }
  for (let splat = splats.pop(); splat; splat = splats.pop()) {
    splat.steps.push({ kind: 'splat', style: 'full', each: current, start: splat.start, end: p.last })
    current = splat.steps
  }
  return current
}

function parseIndex(p: Parser): Expression | 'splat' {
  p.next()
  if (p.kind === T.STAR) {
    p.next()
    p.accept(T.CLOSE_BRACKET, '"]" after "[*"')
    return 'splat'
  }
  const newlines = p.newlines
  p.newlines = false
  if (p.kind === T.NEWLINE) p.next()
  const key = parseExpression(p)
  p.newlines = newlines
  p.accept(T.CLOSE_BRACKET, '"]"')
  return key
}

function legacyIndex(p: Parser): Expression {
  const word = p.word()
  const dot = word.indexOf('.')
  if (dot < 0) return parseNumber(p)
  const right = `[${word.slice(0, dot)}][${word.slice(dot + 1)}]`
  const message = `".${word}" is not an index, expected "${right}"`
  const { start, end } = p
  p.problem(message, start, end)
  p.next()
  return { kind: 'error', message, start, end }
}

/** Half-typed `var.`: what can follow an expression may follow; the rest cannot be understood. */
function missingName(p: Parser): void {
  if (T.followsExpression(p.kind))
    p.problem('unexpected end of reference, expected an attribute name after "."', p.last - 1, p.last)
  else p.expected('an attribute name after "."')
}
