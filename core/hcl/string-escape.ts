import type { Parser } from './parser.ts'

export interface Escape {
  readonly value: string
  readonly end: number
}

const simple: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\' }

/** The escape sequence at `at`, in a quoted string. */
export function readEscape(p: Parser, at: number): Escape {
  const { text } = p
  const selector = String.fromCodePoint(text.codePointAt(at + 1) ?? 0x0a)
  const plain = simple[selector]
  if (plain !== undefined) return { value: plain, end: at + 2 }
  if (selector === 'u' || selector === 'U') return readUnicodeEscape(p, at, selector === 'u' ? 4 : 8)
  if (selector === '\n' || selector === '\r') return { value: '', end: at + 1 } // the string is not closed
  const end = at + 1 + selector.length
  p.problem(
    `unknown escape "\\${selector}", expected \\n, \\r, \\t, \\", \\\\, \\uNNNN or \\UNNNNNNNN`,
    at,
    end,
  )
  return { value: selector, end }
}

function readUnicodeEscape(p: Parser, at: number, length: number): Escape {
  const digits = /^[0-9a-fA-F]*/.exec(p.text.slice(at + 2, at + 2 + length))![0]
  const end = at + 2 + digits.length
  const written = p.text.slice(at, end)
  if (digits.length < length) {
    p.problem(`"${written}" is not a character, expected ${length} hexadecimal digits`, at, end)
    return { value: written, end }
  }
  const code = Number.parseInt(digits, 16)
  if (code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) {
    p.problem(`"${written}" is not a character, expected a Unicode code point`, at, end)
    return { value: '\ufffd', end }
  }
  return { value: String.fromCodePoint(code), end }
}
