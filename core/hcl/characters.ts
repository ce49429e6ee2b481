const START = 1
const CONTINUE = 2

const classes = new Uint8Array(128)
for (let code = 0; code < 128; code++) {
  const character = String.fromCharCode(code)
  if (/[A-Za-z_]/.test(character)) classes[code] = START | CONTINUE
  else if (/[0-9-]/.test(character)) classes[code] = CONTINUE
}

const unicodeStart = /\p{ID_Start}/u
const unicodeContinue = /\p{ID_Continue}/u

/** The offset after the identifier that starts at `at`, or `at` where none does. */
export function identifierEnd(text: string, at: number): number {
  const { length } = text
  let end = at
  let mask = START
  while (end < length) {
    const code = text.charCodeAt(end)
    if (code < 128) {
      if ((classes[code]! & mask) === 0) return end
      end++
    } else {
      const width = unicodeIdentifier(text, end, mask)
      if (width === 0) return end
      end += width
    }
    mask = CONTINUE
  }
  return end
}

function unicodeIdentifier(text: string, at: number, mask: number): number {
  const character = String.fromCodePoint(text.codePointAt(at) ?? 0)
  return (mask === START ? unicodeStart : unicodeContinue).test(character) ? character.length : 0
}

export function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39
}

/** Go's unicode.IsSpace, which decides what strip markers and flush heredocs take for blank. */
export function isSpace(code: number): boolean {
  if (code <= 0x20) return code === 0x20 || (code >= 0x09 && code <= 0x0d)
  if (code < 0x85) return false
  return (
    code === 0x85 ||
    code === 0xa0 ||
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000
  )
}

export function countLeadingSpaces(text: string): number {
  let count = 0
  while (count < text.length && isSpace(text.charCodeAt(count))) count++
  return count
}

export function trimSpaceStart(text: string): string {
  return text.slice(countLeadingSpaces(text))
}

export function trimSpaceEnd(text: string): string {
  let end = text.length
  while (end > 0 && isSpace(text.charCodeAt(end - 1))) end--
  return text.slice(0, end)
}
