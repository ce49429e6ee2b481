/** Numbers in [0, 1) and what is chosen with them. */
export interface Chance {
  below(size: number): number
  oneOf<T>(items: readonly T[]): T
}

/** The same for the same seed (mulberry32). */
export function chanceOf(seed: number): Chance {
  let state = seed | 0
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (size: number) => Math.floor(next() * size)
  return { below, oneOf: (items) => items[below(items.length)]! }
}

const CHARACTERS = [
  ...'{}[]()<>"\'`$%~\\,=:;.?*-+!&|#/@^_ \t\n\r09azAZ',
  ...[
    '\r\n',
    '\0',
    '\ufeff',
    '\u202e',
    '\u200b',
    '\u2028',
    '\ud800',
    '\udc00',
    'é',
    'e\u0301',
    '🤖',
    '\x1b[',
  ],
]
const NUMBERS = [
  '0',
  '-1',
  '1e308',
  '1e-400',
  '9007199254740993',
  '2147483648',
  '4294967295',
  '999999999',
  '1000000001',
  '-2147483649',
  '0x10',
  '1e9',
  '00',
  '.5',
]
const TOKEN = /"(?:[^"\\]|\\.)*"|[\w.-]+/g
const MAX_LENGTH = 1_000

/** A few random edits of a text, mostly one; `other` is one to take parts from. */
export function mutate(text: string, other: string, words: readonly string[], chance: Chance): string {
  let edited = text
  for (let edits = 1 + chance.below(chance.below(2) === 0 ? 1 : 4); edits > 0; edits--)
    edited = edit(edited, other, words, chance)
  return edited.slice(0, Math.max(MAX_LENGTH, text.length))
}

function edit(text: string, other: string, words: readonly string[], chance: Chance): string {
  const at = chance.below(text.length + 1)
  const end = Math.min(text.length, at + 1 + chance.below(chance.below(5) === 0 ? 200 : 6))
  const put = (piece: string, until = at) => text.slice(0, at) + piece + text.slice(until)
  switch (chance.below(13)) {
    case 0:
      return put('', end)
    case 1:
      return put(chance.oneOf(CHARACTERS))
    case 2:
      return put(chance.oneOf(CHARACTERS), at + 1)
    case 3:
      return put(chance.oneOf(words))
    case 4:
      return put(chance.oneOf(words), end)
    case 5:
      return put(text.slice(at, end).repeat(chance.below(20) === 0 ? 60 : 2), end)
    case 6: {
      const from = chance.below(other.length + 1)
      return put(other.slice(from, from + 1 + chance.below(80)), chance.below(2) === 0 ? at : end)
    }
    case 7:
    case 8: {
      const number = /\d+/.exec(text.slice(at))
      if (!number) return put(chance.oneOf(NUMBERS))
      const start = at + number.index
      return text.slice(0, start) + chance.oneOf(NUMBERS) + text.slice(start + number[0].length)
    }
    case 9:
    case 10:
    case 11: {
      // A whole word, number or quoted text for another: what follows a grammar mostly still does.
      TOKEN.lastIndex = at
      const token = TOKEN.exec(text)
      if (!token) return put(chance.oneOf(words))
      const from = chance.below(2) === 0 ? other : text
      TOKEN.lastIndex = chance.below(from.length + 1)
      const piece = chance.below(2) === 0 ? TOKEN.exec(from)?.[0] : undefined
      return (
        text.slice(0, token.index) +
        (piece ?? chance.oneOf(words)) +
        text.slice(token.index + token[0].length)
      )
    }
    default: {
      const lines = text.split('\n')
      const line = chance.below(lines.length)
      const moved = lines[line]!
      return chance.below(2) === 0
        ? lines.toSpliced(line, 1).join('\n')
        : lines.toSpliced(chance.below(lines.length), 0, moved).join('\n')
    }
  }
}
