import type { Problem } from '../source/problem.ts'
import type { SourceFile } from '../source/source-file.ts'
import { parseFileBody } from './body.ts'
import { parseExpression as parseExpressionAt } from './expression.ts'
import { Parser } from './parser.ts'
import type { Expression, HclFile, TemplateExpression } from './syntax.ts'
import { parseTemplateText } from './template.ts'
import * as T from './tokens.ts'

/**
 * The syntax tree of an HCL file. Never throws, and ends in time linear in the text: what cannot be read is among the
 * problems, and everything else is in the tree. A file has no problems exactly where Terraform reads it.
 */
export function parseHcl(source: SourceFile): HclFile {
  const { p, result, problems } = read(source, parseFileBody)
  return { source, body: result, comments: p.comments, problems }
}

/** A file that is a template as a whole, as `templatefile()` reads it. */
export function parseTemplate(source: SourceFile): {
  readonly template: TemplateExpression
  readonly problems: readonly Problem[]
} {
  const { result, problems } = read(source, parseTemplateText)
  return { template: result, problems }
}

/** A text that is one expression; line breaks in it mean nothing. */
export function parseExpression(source: SourceFile): {
  readonly expression: Expression
  readonly problems: readonly Problem[]
} {
  const { result, problems } = read(source, (p) => {
    p.newlines = false
    p.next()
    const expression = parseExpressionAt(p)
    if (p.kind !== T.END) p.expected('nothing more after the expression')
    return expression
  })
  return { expression: result, problems }
}

function read<Result>(source: SourceFile, rule: (p: Parser) => Result) {
  const strict = new Parser(source, false)
  const result = rule(strict)
  if (!strict.failed) return { p: strict, result, problems: inOrder(strict.problems) }
  const tolerant = new Parser(source, true)
  const saved = rule(tolerant)
  // Layout must not make a broken file whole.
  const problems = tolerant.problems.length > 0 ? tolerant.problems : strict.problems
  return { p: tolerant, result: saved, problems: inOrder(problems) }
}

function inOrder(problems: readonly Problem[]): readonly Problem[] {
  return [...problems].sort((a, b) => a.range.start - b.range.start)
}
