import type { Problem } from '../../source/problem.ts'
import type { SourceFile } from '../../source/source-file.ts'
import { MAX_NESTING } from '../parser.ts'
import type { JsonMember, JsonNode, JsonString } from './json-node.ts'

/**
 * A JSON text (RFC 8259) as a tree with places. Ends at the first mistake, with what was read before it; takes time
 * linear in the text.
 */
export function readJson(source: SourceFile): {
  readonly root: JsonNode | undefined
  readonly problems: readonly Problem[]
} {
  const reader = new JsonReader(source)
  return { root: reader.read(), problems: reader.problems }
}

const BLANK = /[ \t\r\n]*/y
const NUMBER = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y
const WORD = /[A-Za-z0-9_$]+/y
/** Everything a string may hold as it is. */
const PLAIN = /[^"\\\u0000-\u001f]*/y
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y

class JsonReader {
  readonly problems: Problem[] = []
  readonly #source: SourceFile
  readonly #text: string
  #at: number
  #depth = 0

  constructor(source: SourceFile) {
    this.#source = source
    this.#text = source.text
    this.#at = source.text.charCodeAt(0) === 0xfeff ? 1 : 0
  }

  read(): JsonNode | undefined {
    const root = this.#value()
    this.#skipBlank()
    if (this.problems.length === 0 && this.#at < this.#text.length) this.#unexpected('nothing more')
    return root
  }

  #value(): JsonNode | undefined {
    this.#skipBlank()
    const start = this.#at
    switch (this.#text[start]) {
      case '{':
        return this.#nested(() => this.#object(start))
      case '[':
        return this.#nested(() => this.#array(start))
      case '"':
        return this.#string()
      default:
        return this.#scalar(start)
    }
  }

  #nested(read: () => JsonNode): JsonNode | undefined {
    if (this.#depth >= MAX_NESTING) {
      this.#problem(`nested more than ${MAX_NESTING} levels deep`, this.#at, this.#at + 1)
      return undefined
    }
    this.#depth++
    const node = read()
    this.#depth--
    return node
  }

  #object(start: number): JsonNode {
    const members: JsonMember[] = []
    this.#items('}', 'a property name in double quotes', () => {
      if (this.#text[this.#at] !== '"') return this.#unexpected('a property name in double quotes')
      const key = this.#string()
      if (!key || !this.#accept(':')) return false
      const value = this.#value()
      if (value) members.push({ key, value, start: key.start, end: value.end })
      return value !== undefined
    })
    return { kind: 'object', members, start, end: this.#at }
  }

  #array(start: number): JsonNode {
    const items: JsonNode[] = []
    this.#items(']', 'a value', () => {
      const item = this.#value()
      if (item) items.push(item)
      return item !== undefined
    })
    return { kind: 'array', items, start, end: this.#at }
  }

  /** What stands between brackets, separated by commas. */
  #items(close: '}' | ']', expected: string, readItem: () => boolean): void {
    this.#at++
    this.#skipBlank()
    if (this.#text[this.#at] === close) {
      this.#at++
      return
    }
    for (;;) {
      this.#skipBlank()
      if (this.#text[this.#at] === close) {
        this.#unexpected(`${expected}: JSON has no comma after the last one`)
        return
      }
      if (!readItem()) return
      this.#skipBlank()
      const next = this.#text[this.#at]
      if (next === close) this.#at++
      if (next === close) return
      if (!this.#accept(',', `"," or "${close}"`)) return
    }
  }

  #accept(character: string, expected = `"${character}"`): boolean {
    this.#skipBlank()
    if (this.#text[this.#at] !== character) return this.#unexpected(expected)
    this.#at++
    return true
  }

  #string(): JsonString | undefined {
    const start = this.#at++
    for (;;) {
      this.#match(PLAIN)
      const next = this.#text[this.#at]
      if (next === '"') break
      if (next === '\\') {
        if (this.#match(ESCAPE) !== '') continue
        const message = `unknown escape "${this.#text.slice(this.#at, this.#at + 2)}" in a JSON string`
        this.#problem(message, this.#at, this.#at + 2)
      } else if (next === undefined) this.#problem('the string is not closed', start, this.#at)
      else this.#problem('a JSON string goes over no line break. expected "\\n"', this.#at, this.#at + 1)
      return undefined
    }
    const end = ++this.#at
    return { kind: 'string', value: JSON.parse(this.#text.slice(start, end)), start, end }
  }

  #scalar(start: number): JsonNode | undefined {
    const digits = this.#match(NUMBER)
    if (digits !== '') return { kind: 'number', digits, start, end: this.#at }
    const value = WORDS.get(this.#match(WORD))
    if (value !== undefined) return { kind: 'literal', value, start, end: this.#at }
    this.#at = start
    this.#unexpected('a JSON value')
    return undefined
  }

  #skipBlank(): void {
    this.#match(BLANK)
  }

  #match(pattern: RegExp): string {
    pattern.lastIndex = this.#at
    const found = pattern.exec(this.#text)?.[0] ?? ''
    this.#at += found.length
    return found
  }

  #unexpected(expected: string): false {
    const word = this.#match(WORD) || String.fromCodePoint(this.#text.codePointAt(this.#at) ?? 0)
    const what = word === '\0' ? 'end of file' : `"${word.slice(0, 40)}"`
    this.#problem(`unexpected ${what}, expected ${expected}`, this.#at, this.#at)
    return false
  }

  /** Only the first mistake counts: what follows it is not read. */
  #problem(message: string, start: number, end: number): void {
    if (this.problems.length > 0) return
    const range = { source: this.#source, start, end: Math.min(end, this.#text.length) }
    this.problems.push({ severity: 'error', message, range })
  }
}

const WORDS: ReadonlyMap<string, boolean | null> = new Map([
  ['true', true],
  ['false', false],
  ['null', null],
])
