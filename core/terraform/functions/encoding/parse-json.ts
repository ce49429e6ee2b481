import { bool, NULL, object, string, tuple, type Value } from '../../../domain/value.ts'
import { parseNumber } from '../../types/parse-number.ts'
import { ArgumentError } from '../terraform-function.ts'
import { wellFormed } from './well-formed.ts'

const MAX_DEPTH = 500
const TOKEN =
  /[ \t\r\n]*(?:([{}[\],:])|("(?:[^"\\\x00-\x1f]|\\.)*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)|(true|false|null))/y

/** Reads JSON as `jsondecode` does: every digit of a number counts, the last of two equal keys wins. */
export function parseJson(text: string): Value {
  return new JsonReader(text).read()
}

class JsonReader {
  readonly #text: string
  #at = 0
  #depth = 0

  constructor(text: string) {
    this.#text = text
  }

  read(): Value {
    const value = this.#value(this.#next())
    if (this.#text.slice(this.#at).trim() !== '') throw this.#refuse('extraneous data after JSON value')
    return value
  }

  #refuse(what: string): ArgumentError {
    return new ArgumentError(`${what} at offset ${this.#at}`, 'str')
  }

  #next(): string {
    TOKEN.lastIndex = this.#at
    const match = TOKEN.exec(this.#text)
    if (!match)
      throw this.#refuse(this.#at >= this.#text.trimEnd().length ? 'unexpected end of JSON' : 'invalid JSON')
    this.#at = TOKEN.lastIndex
    return match[1] ?? match[2] ?? match[3] ?? match[4]!
  }

  #value(token: string): Value {
    if (token === '{') return this.#nested(() => this.#object())
    if (token === '[') return this.#nested(() => this.#array())
    if (token.startsWith('"')) return string(this.#string(token))
    if (token === 'null') return NULL
    if (token === 'true' || token === 'false') return bool(token === 'true')
    const value = parseNumber(token)
    if (!value) throw this.#refuse(`unexpected ${token}`)
    return value
  }

  #nested(read: () => Value): Value {
    if (++this.#depth > MAX_DEPTH) throw this.#refuse(`JSON nests deeper than ${MAX_DEPTH} levels`)
    const value = read()
    this.#depth--
    return value
  }

  #string(token: string): string {
    try {
      return wellFormed(JSON.parse(token) as string)
    } catch {
      throw this.#refuse('invalid escape in string')
    }
  }

  #object(): Value {
    const entries = new Map<string, Value>()
    let token = this.#next()
    if (token === '}') return object(entries)
    for (;;) {
      if (!token.startsWith('"')) throw this.#refuse('expected a property name in quotes')
      const key = this.#string(token)
      if (this.#next() !== ':') throw this.#refuse('expected ":"')
      entries.set(key, this.#value(this.#next()))
      const after = this.#next()
      if (after === '}') return object(entries)
      if (after !== ',') throw this.#refuse('expected "," or "}"')
      token = this.#next()
    }
  }

  #array(): Value {
    const items: Value[] = []
    let token = this.#next()
    if (token === ']') return tuple(items)
    for (;;) {
      items.push(this.#value(token))
      const after = this.#next()
      if (after === ']') return tuple(items)
      if (after !== ',') throw this.#refuse('expected "," or "]"')
      token = this.#next()
    }
  }
}
