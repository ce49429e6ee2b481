import { trimSpaceEnd, trimSpaceStart } from './characters.ts'
import { parseExpression } from './expression.ts'
import { type ForIntroduction, parseForIntroduction } from './for-expression.ts'
import { markerEnd } from './heredoc.ts'
import type { Parser } from './parser.ts'
import { readEscape } from './string-escape.ts'
import type { Expression, Span, TemplateExpression, TemplateInterpolation } from './syntax.ts'
import * as T from './tokens.ts'

/** A template before its directives are paired. A text never goes beyond one line, except in a quoted string. */
export type TemplatePiece = TextPiece | TemplateInterpolation | DirectivePiece

export interface TextPiece extends Span {
  readonly kind: 'text'
  value: string
}

export type DirectivePiece =
  | (Span & { readonly kind: 'if'; readonly condition: Expression })
  | (Span & { readonly kind: 'for' } & ForIntroduction)
  | (Span & { readonly kind: 'else' | 'endif' | 'endfor' })

const BACKSLASH = 0x5c
const DOLLAR = 0x24
const RETURN = 0x0d
const TILDE = 0x7e

/** Goes through a template's text and hands its expressions to the parser. */
export class TemplateScanner {
  readonly pieces: TemplatePiece[] = []
  readonly #parser: Parser
  readonly #form: TemplateExpression['form']
  readonly #text: string
  #marker: string | undefined
  #at = 0
  /** Where the text being read begins, what of it is already decoded, and where the rest begins. */
  #start = 0
  #value = ''
  #rest = 0
  /** The sequence before the text being read ended in `~}`. */
  #strip = false

  constructor(p: Parser, form: TemplateExpression['form']) {
    this.#parser = p
    this.#form = form
    this.#text = p.text
  }

  /** Returns where the string ends. */
  scanQuoted(from: number): number {
    const open = from - 1
    this.#startText(from)
    for (;;) {
      const code = this.#text.charCodeAt(this.#at)
      if (code === T.QUOTE) {
        this.#endText()
        return this.#at + 1
      }
      if (code === T.NEWLINE || code === RETURN || this.#at >= this.#text.length) {
        this.#endText()
        this.#parser.problem('string is not closed, expected a quote (") on the same line', open, this.#at)
        return this.#at
      }
      if (code === BACKSLASH) {
        const read = readEscape(this.#parser, this.#at)
        this.#decode(read.value, read.end)
      } else if (code !== DOLLAR && code !== T.PERCENT) this.#at++
      else if (!this.#scanSequence(code)) return this.#at
    }
  }

  /** Returns where the line of the closing marker ends; undefined where there is none, or no marker is given. */
  scanLines(from: number, marker: string | undefined): number | undefined {
    const text = this.#text
    this.#marker = marker
    this.#startText(from)
    let lineStart = true
    for (;;) {
      if (lineStart && marker !== undefined) {
        const close = markerEnd(text, this.#at, marker)
        if (close >= 0) return close
      }
      if (this.#at >= text.length) {
        this.#endText()
        return undefined
      }
      const code = text.charCodeAt(this.#at)
      lineStart = false
      if (code === T.NEWLINE) {
        this.#at++
        this.#endText()
        lineStart = true
      } else if (code === RETURN && text.charCodeAt(this.#at + 1) !== T.NEWLINE) {
        if (!this.#loneReturn()) return undefined
      } else if (code !== DOLLAR && code !== T.PERCENT) this.#at++
      else {
        if (!this.#scanSequence(code)) return undefined
        lineStart = text.charCodeAt(this.#at - 1) === T.NEWLINE // gone on at the closing marker
      }
    }
  }

  #startText(at: number): void {
    this.#at = at
    this.#start = at
    this.#rest = at
    this.#value = ''
  }

  #decode(value: string, after: number): void {
    this.#value += this.#text.slice(this.#rest, this.#at) + value
    this.#at = after
    this.#rest = after
  }

  #endText(): void {
    if (this.#at > this.#start) {
      const value = this.#value + this.#text.slice(this.#rest, this.#at)
      this.pieces.push({
        kind: 'text',
        value: this.#strip ? trimSpaceStart(value) : value,
        start: this.#start,
        end: this.#at,
      })
    }
    this.#strip = false
    this.#startText(this.#at)
  }

  /** Terraform knows no line break of a carriage return alone; in a template file it takes the rest for text. */
  #loneReturn(): boolean {
    if (this.#form === 'heredoc') {
      this.#parser.problem('unexpected carriage return, expected a line break', this.#at, this.#at + 1)
      this.#at++
    } else this.#at = this.#text.length
    return true
  }

  /** At `$` or `%`: a sequence, an escaped one, or just the character. False where reading stopped. */
  #scanSequence(code: number): boolean {
    const text = this.#text
    const second = text.charCodeAt(this.#at + 1)
    if (second === code && text.charCodeAt(this.#at + 2) === T.OPEN_BRACE) {
      this.#decode(`${String.fromCharCode(code)}{`, this.#at + 3)
      return true
    }
    if (second !== T.OPEN_BRACE) {
      this.#at++
      return true
    }
    const p = this.#parser
    const start = this.#at
    this.#endText()
    const strip = text.charCodeAt(start + 2) === TILDE
    const before = this.pieces.at(-1)
    if (strip && before?.kind === 'text') before.value = trimSpaceEnd(before.value)
    const newlines = p.newlines
    p.newlines = false
    p.end = start + (strip ? 3 : 2)
    p.next()
    const piece = code === DOLLAR ? this.#interpolation(start) : this.#directive(start)
    p.newlines = newlines
    const closed = this.#close(code === DOLLAR ? '${' : '%{')
    if (piece !== undefined) this.pieces.push({ ...piece, end: Math.max(this.#at, p.last) })
    this.#startText(Math.max(this.#at, p.last))
    return closed
  }

  #interpolation(start: number): TemplatePiece {
    return { kind: 'interpolation', expression: parseExpression(this.#parser), start, end: start }
  }

  #directive(start: number): TemplatePiece | undefined {
    const p = this.#parser
    const end = start
    const word = p.kind === T.IDENTIFIER ? p.word() : ''
    switch (word) {
      case 'if':
        p.next()
        return { kind: 'if', condition: parseExpression(p), start, end }
      case 'for':
        return { kind: 'for', ...parseForIntroduction(p), start, end }
      case 'else':
      case 'endif':
      case 'endfor':
        p.next()
        return { kind: word, start, end }
    }
    if (word === '') p.expected('"if", "else", "endif", "for" or "endfor" after "%{"')
    else p.fail(`unknown directive "${word}", expected "if", "else", "endif", "for" or "endfor"`)
    return undefined
  }

  /** After the sequence's expression. Where that was not understood, goes on after the sequence if its end can be seen. */
  #close(open: string): boolean {
    const p = this.#parser
    if (p.kind === T.CLOSE_BRACE || p.kind === T.STRIP_CLOSE) {
      this.#at = p.end
      this.#strip = p.kind === T.STRIP_CLOSE
      return true
    }
    p.expected(`"}" to end "${open}" (a literal "${open}" is written "${open.charAt(0)}${open}")`)
    this.#at = p.last
    if (!p.layout) return false
    const resume = this.#resume(p.start)
    if (resume === undefined) return false
    this.#at = resume
    p.kind = T.NEWLINE
    return true
  }

  #resume(from: number): number | undefined {
    const text = this.#text
    let quote: number | undefined
    let at = from
    for (; at < text.length; at++) {
      const code = text.charCodeAt(at)
      if (code === T.CLOSE_BRACE) return at + 1
      if (code === T.NEWLINE) break
      if (code === T.QUOTE) quote = at
    }
    if (this.#form === 'file') return at
    if (this.#form === 'heredoc') return this.#parser.heredocs.closingLine(this.#marker ?? '', from)
    return quote
  }
}
