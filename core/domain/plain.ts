import { isSequence, type MappingValue, type NumberValue, type SequenceValue, type Value } from './value.ts'

/** What JSON can hold. */
export type Plain = null | boolean | number | string | readonly Plain[] | { readonly [name: string]: Plain }

/** How much of a value is written out. What is beyond stands as `{ "$truncated": … }`, or as a cut string. */
export interface PlainLimits {
  /** Values, counted at every level. */
  readonly values: number
  /** UTF-16 units of all strings together. */
  readonly characters: number
  readonly depth: number
}

const PLAIN_LIMITS: PlainLimits = { values: 20_000, characters: 1_000_000, depth: 64 }

/**
 * A value as plain JSON. What is unknown is `{ "$unknown": reason }`, what is sensitive `{ "$sensitive": true }` and
 * nothing of it is shown. A map that may hold further keys has a key `$unknown` besides its own, a list that may hold
 * further items ends with `{ "$unknown": reason }`. A key that is written like one of these marks gets a `$` more.
 */
export function toPlain(value: Value, limits: PlainLimits = PLAIN_LIMITS): Plain {
  return new PlainWriter(limits).write(value, 0)
}

class PlainWriter {
  readonly #depth: number
  #values: number
  #characters: number

  constructor({ values, characters, depth }: PlainLimits) {
    this.#depth = depth
    this.#values = values
    this.#characters = characters
  }

  write(value: Value, depth: number): Plain {
    this.#values--
    if (value.sensitive) return { $sensitive: true }
    switch (value.kind) {
      case 'null':
        return null
      case 'bool':
        return value.value
      case 'number':
        return plainNumber(value)
      case 'string':
        return this.#text(value.value)
      case 'unknown':
        return { $unknown: this.#text(value.because) }
      default:
        if (depth >= this.#depth) return { $truncated: `nested deeper than ${this.#depth} levels` }
        return isSequence(value) ? this.#sequence(value, depth) : this.#mapping(value, depth)
    }
  }

  #sequence({ items, open }: SequenceValue, depth: number): Plain {
    const written: Plain[] = []
    for (const item of items) {
      if (this.#values <= 0) {
        written.push({ $truncated: `${items.length - written.length} more` })
        return written
      }
      written.push(this.write(item, depth + 1))
    }
    if (open) written.push({ $unknown: this.#text(open.because) })
    return written
  }

  #mapping({ entries, open }: MappingValue, depth: number): Plain {
    const written: [string, Plain][] = []
    for (const [key, item] of entries) {
      if (this.#values <= 0) {
        written.push(['$truncated', `${entries.size - written.length} more`])
        break
      }
      written.push([MARK.test(key) ? `$${key}` : this.#text(key), this.write(item, depth + 1)])
    }
    if (open) written.push(['$unknown', this.#text(open.because)])
    // fromEntries defines properties: a key `__proto__` is a key like any other.
    return Object.fromEntries(written)
  }

  #text(text: string): string {
    const room = Math.max(this.#characters, 0)
    this.#characters -= text.length
    return text.length <= room ? text : `${text.slice(0, room)}… (${text.length - room} characters more)`
  }
}

const MARK = /^\$+(?:unknown|sensitive|truncated)$/

/** A fraction is the nearest double; whole numbers that a double cannot hold are strings of their digits. */
function plainNumber({ value, digits }: NumberValue): Plain {
  if (digits !== undefined && /^-?\d+$/.test(digits)) return digits
  return Number.isFinite(value) ? value : String(value)
}
