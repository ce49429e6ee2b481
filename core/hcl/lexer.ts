import type { SourceFile } from '../source/source-file.ts'
import { identifierEnd, isDigit } from './characters.ts'
import type { Comment } from './syntax.ts'
import * as T from './tokens.ts'

const TAB = 0x09
const RETURN = 0x0d
const SPACE = 0x20
const HASH = 0x23
const TILDE = 0x7e

/** Characters that are tokens by themselves and begin no longer one. */
const single = new Uint8Array(128)
for (const character of '()[]{}*+-%,?') single[character.charCodeAt(0)] = 1

/**
 * Reads one token ahead of the parser. Strings are not tokens: the parser reads them from the text itself, because
 * only it knows where an interpolation ends; it then sets `end` and asks for the next token.
 */
export class Lexer {
  readonly source: SourceFile
  readonly text: string
  readonly comments: Comment[] = []
  /** The token at hand. */
  kind: number = T.END
  start = 0
  end = 0
  /** Where the token before it ends. */
  last = 0
  /** Whether a line break is a token here; inside brackets and parentheses it is blank. */
  newlines = true
  #unclosedComment = false

  constructor(source: SourceFile) {
    this.source = source
    this.text = source.text
    if (this.text.charCodeAt(0) === 0xfeff) this.end = 1 // a byte order mark
  }

  next(): void {
    this.kind = this.#read()
  }

  #read(): number {
    const text = this.text
    const length = text.length
    let at = this.end
    this.last = at
    while (at < length) {
      const code = text.charCodeAt(at)
      if (code === SPACE || code === TAB) at++
      else if (code === T.NEWLINE) {
        if (this.newlines) return this.#set(T.NEWLINE, at, at + 1)
        at++
      } else if (code === HASH) at = this.#lineComment(at)
      else if (code === T.SLASH && text.charCodeAt(at + 1) === T.SLASH) at = this.#lineComment(at)
      else if (code === T.SLASH && text.charCodeAt(at + 1) === T.STAR) {
        const after = this.#blockComment(at)
        if (after < 0) return this.#set(T.INVALID, at, at + 2)
        at = after
      } else if (code === RETURN && text.charCodeAt(at + 1) === T.NEWLINE) {
        if (this.newlines) return this.#set(T.NEWLINE, at, at + 2)
        at += 2
      } else return this.#token(code, at)
    }
    return this.#set(T.END, length, length)
  }

  /** The text of the token at hand. */
  word(): string {
    return this.text.slice(this.start, this.end)
  }

  isWord(word: string): boolean {
    return (
      this.kind === T.IDENTIFIER &&
      this.end - this.start === word.length &&
      this.text.startsWith(word, this.start)
    )
  }

  /** Keeps the comment that begins at `at`, if one does, and returns where it ends; otherwise `at`. */
  keepComment(at: number): number {
    const code = this.text.charCodeAt(at)
    if (code === HASH) return this.#lineComment(at)
    if (code !== T.SLASH) return at
    const second = this.text.charCodeAt(at + 1)
    if (second === T.SLASH) return this.#lineComment(at)
    return second === T.STAR ? Math.max(this.#blockComment(at), at) : at
  }

  #set(kind: number, start: number, end: number): number {
    this.start = start
    this.end = end
    return kind
  }

  #token(code: number, at: number): number {
    const text = this.text
    const word = identifierEnd(text, at)
    if (word > at) return this.#set(T.IDENTIFIER, at, word)
    if (code < 128 && single[code] === 1) return this.#set(code, at, at + 1)
    const second = text.charCodeAt(at + 1)
    switch (code) {
      case T.QUOTE:
        return this.#set(T.QUOTE, at, at + 1)
      case T.EQUAL:
        if (second === T.EQUAL) return this.#set(T.EQUAL_EQUAL, at, at + 2)
        if (second === T.GREATER) return this.#set(T.ARROW, at, at + 2)
        return this.#set(T.EQUAL, at, at + 1)
      case T.DOT:
        if (second === T.DOT && text.charCodeAt(at + 2) === T.DOT) return this.#set(T.ELLIPSIS, at, at + 3)
        return this.#set(T.DOT, at, at + 1)
      case T.COLON:
        if (second === T.COLON) return this.#set(T.DOUBLE_COLON, at, at + 2)
        return this.#set(T.COLON, at, at + 1)
      case T.BANG:
        if (second === T.EQUAL) return this.#set(T.NOT_EQUAL, at, at + 2)
        return this.#set(T.BANG, at, at + 1)
      case T.GREATER:
        if (second === T.EQUAL) return this.#set(T.GREATER_EQUAL, at, at + 2)
        return this.#set(T.GREATER, at, at + 1)
      case T.LESS:
        return this.#less(second, at)
      case T.SLASH:
        return this.#set(T.SLASH, at, at + 1)
      case 0x26:
        return second === code ? this.#set(T.AND, at, at + 2) : this.#set(T.INVALID, at, at + 1)
      case 0x7c:
        return second === code ? this.#set(T.OR, at, at + 2) : this.#set(T.INVALID, at, at + 1)
      case TILDE:
        if (second === T.CLOSE_BRACE) return this.#set(T.STRIP_CLOSE, at, at + 2)
        return this.#set(T.INVALID, at, at + 1)
      default:
        if (isDigit(code)) return this.#set(T.NUMBER, at, this.#numberEnd(at))
        return this.#set(T.INVALID, at, at + (text.codePointAt(at)! > 0xffff ? 2 : 1))
    }
  }

  /** `<`, `<=`, or a heredoc's introducer, which nothing but a line break may follow. */
  #less(second: number, at: number): number {
    const text = this.text
    if (second === T.EQUAL) return this.#set(T.LESS_EQUAL, at, at + 2)
    if (second === T.LESS) {
      const name = at + (text.charCodeAt(at + 2) === T.MINUS ? 3 : 2)
      let end = identifierEnd(text, name)
      if (end > name) {
        if (text.charCodeAt(end) === RETURN) end++
        if (text.charCodeAt(end) === T.NEWLINE) return this.#set(T.HEREDOC, at, end + 1)
      }
    }
    return this.#set(T.LESS, at, at + 1)
  }

  /** Digits, dots and exponents in any order, not ending in a dot; whether they make a number is asked later. */
  #numberEnd(at: number): number {
    const text = this.text
    let end = at + 1
    for (let next = end; next < text.length; ) {
      const code = text.charCodeAt(next)
      if (isDigit(code)) next++
      else if (code === T.DOT) {
        next++
        continue
      } else if (code === 0x65 || code === 0x45) {
        const sign = text.charCodeAt(next + 1)
        const digit = sign === T.PLUS || sign === T.MINUS ? next + 2 : next + 1
        if (!isDigit(text.charCodeAt(digit))) break
        next = digit + 1
      } else break
      end = next
    }
    return end
  }

  #lineComment(start: number): number {
    const found = this.text.indexOf('\n', start)
    let end = found < 0 ? this.text.length : found
    if (found > 0 && this.text.charCodeAt(end - 1) === RETURN) end--
    this.comments.push({ text: this.text.slice(start, end), start, end })
    return end
  }

  /** Where the comment ends, or -1 where it does not. */
  #blockComment(start: number): number {
    if (this.#unclosedComment) return -1
    const close = this.text.indexOf('*/', start + 2)
    if (close < 0) {
      this.#unclosedComment = true
      return -1
    }
    this.comments.push({ text: this.text.slice(start, close + 2), start, end: close + 2 })
    return close + 2
  }
}
