/**
 * The patterns of ascribe.yml are JavaScript's (flag `u`); CEL, Rego, Terraform and most policy engines read RE2. Both
 * know the same regular languages, so a pattern is written anew, token by token. What cannot be is said, never guessed.
 */
export type PortablePattern =
  | { readonly kind: 're2'; readonly text: string }
  | { readonly kind: 'unportable'; readonly because: string }

/** What JavaScript takes for white space, and `trim` cuts off; between brackets. */
const SPACES = String.raw`\s\v\p{Z}\x{feff}`
/** RE2 repeats no more often. */
const MAX_REPEAT = 1_000

/** A text in which something else than white space stands. */
export const NOT_BLANK = `[^${SPACES}]`

const TOKEN =
  /\\u\{([\da-fA-F]+)\}|\\u([dD][89abAB][\da-fA-F]{2})\\u([dD][c-fC-F][\da-fA-F]{2})|\\u([\da-fA-F]{4})|\\x([\da-fA-F]{2})|\\c([a-zA-Z])|\\([pP])\{([^}]*)\}|\\(.)|\(\?<([^>]*)>|(\(\?:)|\{(\d+)(?:,(\d*))?\}|([\s\S])/uy

/** @param source a pattern that `compilePattern` accepts */
export function toRe2(source: string): PortablePattern {
  let text = ''
  let classFrom: number | undefined
  TOKEN.lastIndex = 0
  for (let found = TOKEN.exec(source); found; found = TOKEN.exec(source)) {
    const [
      all,
      braced,
      high,
      low,
      four,
      two,
      control,
      p,
      property,
      escaped,
      name,
      group,
      least,
      most,
      plain,
    ] = found
    const inClass = classFrom !== undefined
    const point = codePoint(braced ?? four ?? two, high, low, control)
    if (point !== undefined) text += `\\x{${point.toString(16)}}`
    else if (property !== undefined) {
      if (!/^(?:[CLMNPSZ]|L[ulmto]|M[nce]|N[dlo]|P[cdseifo]|S[mcko]|Z[slp]|C[cfon]?)$/.test(property))
        return { kind: 'unportable', because: `RE2 may not know \\${p}{${property}}` }
      text += `\\${p}{${property}}`
    } else if (escaped !== undefined) {
      const written = escapeOf(escaped, inClass)
      if (written === undefined)
        return { kind: 'unportable', because: `RE2 has no \\${escaped} inside brackets` }
      text += written
    } else if (inClass) {
      if (plain === ']') {
        if (source.slice(classFrom, found.index) === '[') text = `${text.slice(0, -1)}[^\\x{0}-\\x{10ffff}]`
        else if (source.slice(classFrom, found.index) === '[^')
          text = `${text.slice(0, -2)}[\\x{0}-\\x{10ffff}]`
        else text += ']'
        classFrom = undefined
      } else text += all === '[' ? '\\[' : inBrackets(all)
    } else if (plain === '[') {
      classFrom = found.index
      text += '['
    } else if (plain === '.') text += '[^\\n\\r\\x{2028}\\x{2029}]'
    else if (name !== undefined) text += '('
    else if (group !== undefined) text += group
    else if (least !== undefined) {
      if (Number(least) > MAX_REPEAT || Number(most ?? 0) > MAX_REPEAT)
        return { kind: 'unportable', because: `RE2 repeats at most ${MAX_REPEAT} times, and this is ${all}` }
      text += all
    } else text += plain
  }
  return { kind: 're2', text }
}

function codePoint(
  hex: string | undefined,
  high: string | undefined,
  low: string | undefined,
  control: string | undefined,
): number | undefined {
  if (hex !== undefined) return Number.parseInt(hex, 16)
  if (high !== undefined && low !== undefined)
    return 0x10000 + (Number.parseInt(high, 16) - 0xd800) * 0x400 + Number.parseInt(low, 16) - 0xdc00
  return control === undefined ? undefined : control.charCodeAt(0) % 32
}

function escapeOf(character: string, inClass: boolean): string | undefined {
  if (character === 's') return inClass ? SPACES : `[${SPACES}]`
  if (character === 'S') return inClass ? undefined : NOT_BLANK
  if (character === 'b' && inClass) return '\\x{8}'
  if (character === '0') return '\\x{0}'
  return `\\${character}`
}

/** Inside brackets RE2 reads `[:alpha:]`; groups and quantifiers are plain characters there. */
function inBrackets(text: string): string {
  return text.replaceAll('[', '\\[')
}

const year = String.raw`\d{4}`
const leapYear = String.raw`(?:\d\d(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)`
const zone = String.raw`(?:Z|[+-]\d{2}(?::?\d{2})?)`
const time = String.raw`(?:[01]\d|2[0-4])(?::?[0-5]\d(?::?(?:[0-5]\d|60)(?:[.,]\d{1,9})?)?)?${zone}?`
const days = (dash: string) =>
  [
    `${year}${dash}(?:0[13578]|1[02])${dash}(?:0[1-9]|[12]\\d|3[01])`,
    `${year}${dash}(?:0[469]|11)${dash}(?:0[1-9]|[12]\\d|30)`,
    `${year}${dash}02${dash}(?:0[1-9]|1\\d|2[0-8])`,
    `${leapYear}${dash}02${dash}29`,
  ].join('|')

/** The dates that the rules take (core/tags/iso-date.ts), the calendar and its leap years included. */
export const ISO_DATE = `^(?:${days('-')}|${days('')})(?:[T ]${time})?$`
