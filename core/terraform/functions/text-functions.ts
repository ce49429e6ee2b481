import { bool, list, string, type Value } from '../../domain/value.ts'
import { limitItems, limitText, made, madeOfMany, text, textOf, texts, whole } from './define.ts'
import { graphemes } from './graphemes.ts'
import { ArgumentError, type TerraformFunction } from './terraform-function.ts'

export const textFunctions = {
  chomp: made([text('str')], (str) =>
    string(str.replace(/[\r\n]+$/, (end) => end.replace(/(?:\r\n?|\n)+$/, ''))),
  ),
  endswith: made([text('str'), text('suffix')], (str, suffix) => bool(str.endsWith(suffix))),
  indent: made([whole('spaces'), text('str')], (spaces, str) => {
    if (spaces < 0) throw new ArgumentError('the number of spaces must not be negative', 'spaces')
    // Without a second line nothing is put in, however many spaces are asked for.
    if (!str.includes('\n')) return string(str)
    limitText(str.length + spaces * (str.split('\n').length - 1))
    return string(str.replaceAll('\n', `\n${' '.repeat(spaces)}`))
  }),
  join: madeOfMany([text('separator')], texts('lists'), (separator, lists) => {
    if (lists.length === 0) throw new ArgumentError('at least one list is required')
    const parts = lists.flatMap((items) => items.map((item, index) => nonNull(item, index)))
    limitText(parts.reduce((length, part) => length + part.length + separator.length, 0))
    return string(parts.join(separator))
  }),
  lower: made([text('str')], (str) => string(eachCharacter(str, lowerCase))),
  split: made([text('separator'), text('str')], (separator, str) => {
    const parts = separator === '' ? [...str] : str.split(separator)
    limitItems(parts.length)
    return list(parts.map(string))
  }),
  startswith: {
    parameters: [{ ...text('str'), unknown: 'whole' }, text('prefix')],
    result: 'made',
    call: ([str, prefix]) => startsWith(str!, textOf(prefix!)),
  },
  strcontains: made([text('str'), text('substr')], (str, part) => bool(str.includes(part))),
  strrev: made([text('str')], (str) => string([...graphemes(str)].reverse().join(''))),
  substr: made([text('str'), whole('offset'), whole('length')], (str, offset, length) => {
    const characters = graphemes(str)
    const start = offset < 0 ? Math.max(0, offset + characters.length) : offset
    return string(characters.slice(start, length < 0 ? undefined : start + length).join(''))
  }),
  title: made([text('str')], (str) =>
    string(
      str.replace(/(?<![\p{L}\p{N}_]|[^\x00-\x7f\s])\p{L}/gu, (letter) =>
        single(letter.toUpperCase(), letter),
      ),
    ),
  ),
  trim: made([text('str'), text('cutset')], (str, cutset) => string(trimSet(str, new Set(cutset)))),
  trimprefix: made([text('str'), text('prefix')], (str, prefix) =>
    string(str.startsWith(prefix) ? str.slice(prefix.length) : str),
  ),
  trimspace: made([text('str')], (str) => string(trimSpace(str))),
  trimsuffix: made([text('str'), text('suffix')], (str, suffix) =>
    string(suffix !== '' && str.endsWith(suffix) ? str.slice(0, -suffix.length) : str),
  ),
  upper: made([text('str')], (str) => string(eachCharacter(str, (character) => character.toUpperCase()))),
} satisfies Record<string, TerraformFunction>

function nonNull(item: Parameters<typeof textOf>[0], index: number): string {
  if (item.kind === 'null')
    throw new ArgumentError(`element ${index} is null; cannot concatenate null values`, 'lists')
  return textOf(item)
}

/** Letter by letter, as Go does: `ß` has no upper case of one letter and stays. */
function eachCharacter(str: string, change: (character: string) => string): string {
  if (/^[\x00-\x7f]*$/.test(str)) return change(str)
  return Array.from(str, (character) => single(change(character), character)).join('')
}

/** Only the dotted capital I becomes two characters; Go keeps the letter. */
function lowerCase(text: string): string {
  return text === '\u0130' ? 'i' : text.toLowerCase()
}

function single(changed: string, original: string): string {
  return [...changed].length === 1 ? changed : original
}

/** Of a text that is known only in its beginning, as much is said as Terraform says: nothing of longer prefixes. */
function startsWith(str: Value, prefix: string): Value {
  if (str.kind !== 'unknown') return bool(textOf(str).startsWith(prefix))
  const { prefix: known = '' } = str
  return prefix.length <= known.length ? bool(known.startsWith(prefix)) : str
}

function trimSet(str: string, cutset: ReadonlySet<string>): string {
  const characters = [...str]
  let start = 0
  let end = characters.length
  while (start < end && cutset.has(characters[start]!)) start++
  while (end > start && cutset.has(characters[end - 1]!)) end--
  return characters.slice(start, end).join('')
}

/** Unicode's white space as Go counts it: U+0085 is, the byte order mark is not. */
function trimSpace(str: string): string {
  return trimSet(str, WHITE_SPACE)
}
const WHITE_SPACE: ReadonlySet<string> = new Set(
  '\t\n\v\f\r \u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000',
)
