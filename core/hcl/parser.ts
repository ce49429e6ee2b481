import type { Problem } from '../source/problem.ts'
import type { SourceFile } from '../source/source-file.ts'
import { HeredocLines } from './heredoc-lines.ts'
import { Lexer } from './lexer.ts'
import type { ErrorExpression } from './syntax.ts'
import * as T from './tokens.ts'

/** How deep brackets, blocks, templates and conditionals may nest. Terraform itself has no bound. */
export const MAX_NESTING = 250
/** No tree is taller than this, so that whoever walks it may recurse. Counts chains (`a + b + …`, `a.b.c…`) too. */
export const MAX_HEIGHT = 1000

/**
 * What the parsing functions share. Reading never throws: at what cannot be read, `fail` notes the problem and turns
 * the token at hand into STOP, which no rule accepts; so everything returns what it has until somebody can go on.
 *
 * A text is read by the grammar alone first. Only when that fails it is read again with `layout`, where indentation
 * decides what a missing bracket would have closed.
 */
export class Parser extends Lexer {
  readonly layout: boolean
  readonly problems: Problem[] = []
  failed = false
  depth = 0
  /** Height of the tallest tree since the innermost expression began. */
  height = 0
  /** With `layout`: how far the innermost item that stands on its own line is indented. */
  itemIndent = -1
  #heredocs: HeredocLines | undefined

  constructor(source: SourceFile, layout: boolean) {
    super(source)
    this.layout = layout
  }

  get heredocs(): HeredocLines {
    this.#heredocs ??= new HeredocLines(this.text)
    return this.#heredocs
  }

  problem(message: string, start: number, end: number): void {
    if (this.problems.at(-1)?.range.start === start) return
    this.problems.push({ severity: 'error', message, range: { source: this.source, start, end } })
  }

  /** The token at hand is not what it should be. */
  fail(message: string, start: number = this.start, end: number = this.end): void {
    if (this.kind === T.STOP) return
    this.problem(message, start, end)
    this.failed = true
    this.kind = T.STOP
  }

  expected(what: string): void {
    if (this.kind !== T.STOP) this.fail(complain(this, what))
  }

  /** Goes on after the token of this kind, or fails. */
  accept(kind: number, what: string): boolean {
    if (this.kind !== kind) {
      this.expected(what)
      return false
    }
    this.next()
    return true
  }

  error(message: string, start: number = this.last): ErrorExpression {
    return { kind: 'error', message, start, end: Math.max(start, this.last) }
  }

  /** One level further in; false, and a problem, where that is too deep. */
  enter(): boolean {
    this.depth++
    if (this.depth <= MAX_NESTING) return true
    this.fail(`nested more than ${MAX_NESTING} levels deep. move inner parts into locals or variables`)
    return false
  }

  leave(): void {
    this.depth--
  }

  /** The expression at hand becomes one taller; false, and a problem, where that is too tall. */
  grow(): boolean {
    this.height++
    if (this.height <= MAX_HEIGHT) return true
    this.fail(`an expression of more than ${MAX_HEIGHT} operations in a row. split it with locals`)
    return false
  }
}

/** What is wrong about the token at hand, and what would be right. */
export function complain(p: Parser, expected: string): string {
  return advice(p) ?? `${describe(p)}, expected ${expected}`
}

function describe(p: Parser): string {
  if (p.kind === T.END) return 'unexpected end of file'
  if (p.kind === T.NEWLINE) return 'unexpected end of line'
  return `unexpected ${quote(p.word().trim())}`
}

/** For characters that people bring along from other languages. */
function advice(p: Parser): string | undefined {
  if (p.kind !== T.INVALID) return undefined
  const word = p.word()
  switch (word) {
    case "'":
      return "unexpected single quote ('), expected strings in double quotes"
    case '`':
      return 'unexpected backquote (`), expected double quotes, or a heredoc (<<EOT) for several lines'
    case ';':
      return 'unexpected ";", expected a line break between arguments'
    case '“':
    case '”':
      return `unexpected curly quote (${word}), expected strings in straight double quotes`
    case '/*':
      return 'comment "/*" is not closed, expected "*/"'
    case '&':
    case '|':
      return `unknown operator "${word}", expected "${word}${word}"`
    case '^':
    case '~':
      return `unknown operator "${word}", expected arithmetic or a comparison: HCL has no operators on bits`
    default:
      return undefined
  }
}

/** As it is written, control characters made visible, long words cut. */
function quote(word: string): string {
  const text = word.length > 40 ? `${word.slice(0, 40)}…` : word
  const code = text.codePointAt(0) ?? 0
  if (text === '"') return 'quote (")'
  const printable = /^[\p{L}\p{M}\p{N}\p{P}\p{S} ]*$/u.test(text)
  return printable ? `"${text}"` : `U+${code.toString(16).toUpperCase().padStart(4, '0')}`
}
