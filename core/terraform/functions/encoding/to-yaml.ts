import { findUnknown, isMapping, isSequence, type UnknownValue, type Value } from '../../../domain/value.ts'
import { formatNumber } from '../../types/format-number.ts'
import { sortedEntries } from '../../types/order.ts'

/** The value as `yamlencode` writes it: block style, keys and texts in quotes, texts of several lines as `|` blocks. */
export function toYaml(value: Value): string | UnknownValue {
  const unsure = findUnknown(value)
  if (unsure) return unsure
  const written = `${node(value, -2, 0)}\n`
  // A document that is one plain scalar is closed explicitly.
  return value.kind === 'null' || value.kind === 'bool' || value.kind === 'number'
    ? `${written}...\n`
    : chomped(written)
}

/** A kept final line break is already there. */
function chomped(written: string): string {
  return /^\|2?\+/.test(written) ? written.slice(0, -1) : written
}

/**
 * A node that starts at `column` of a line, its lines below indented by `indent` where it is a collection. Block
 * sequences in a mapping stand at the mapping's own indentation.
 */
function node(value: Value, indent: number, column: number): string {
  if (isSequence(value)) return value.items.length === 0 ? '[]' : sequence(value.items, indent + 2)
  if (isMapping(value)) return value.entries.size === 0 ? '{}' : mapping(sortedEntries(value), indent + 2)
  switch (value.kind) {
    case 'string':
      return isBlock(value.value)
        ? block(value.value, indent + 2)
        : quoted(value.value, Math.max(indent, 0) + 2, column)
    case 'number':
      return formatNumber(value)
    default:
      return value.kind === 'bool' ? String(value.value) : 'null'
  }
}

function lineBreak(indent: number): string {
  return `\n${' '.repeat(Math.max(0, indent))}`
}

function sequence(items: readonly Value[], indent: number): string {
  return join(
    items.map((item) => `- ${node(item, indent, indent + 2)}`),
    indent,
  )
}

function mapping(entries: readonly (readonly [string, Value])[], indent: number): string {
  return join(
    entries.map(([key, value]) => entry(key, value, indent)),
    indent,
  )
}

/** Lines one below the other; a block with a kept final line break brings its own. */
function join(parts: readonly string[], indent: number): string {
  return parts.reduce(
    (before, part) => `${before}${before.endsWith('\n') ? ' '.repeat(indent) : lineBreak(indent)}${part}`,
  )
}

function entry(key: string, value: Value, indent: number): string {
  const simple = !key.includes('\n') && key.length <= MAX_SIMPLE_KEY
  const written = simple ? `${quoted(key, 0, Number.NEGATIVE_INFINITY)}:` : complexKey(key, indent)
  if (isSequence(value) && value.items.length > 0)
    return simple
      ? `${written}${lineBreak(indent)}${sequence(value.items, indent)}`
      : `${written} ${node(value, indent, indent + 2)}`
  if (isMapping(value) && value.entries.size > 0)
    return simple
      ? `${written}${lineBreak(indent + 2)}${node(value, indent, indent + 2)}`
      : `${written} ${node(value, indent, indent + 2)}`
  return `${written} ${node(value, indent, indent + written.length + 1)}`
}

/** libyaml's bound. */
const MAX_SIMPLE_KEY = 128

function complexKey(key: string, indent: number): string {
  const written = isBlock(key) ? block(key, indent + 2) : quoted(key, indent + 2, indent + 2)
  return `? ${written}${written.endsWith('\n') ? ' '.repeat(indent) : lineBreak(indent)}:`
}

const UNPRINTABLE = /[^\n\x20-\x7e\u00a0-\ud7ff\ue000-\ufefe\uff00-\ufffd]/

/** Whether a text of several lines can stand as it is. */
function isBlock(text: string): boolean {
  return (
    text.includes('\n') && !UNPRINTABLE.test(text) && !/[\u2028\u2029]/.test(text) && !/ (?:\n|$)/.test(text)
  )
}

function block(text: string, indent: number): string {
  const hint = /^[ \n]/.test(text) ? '2' : ''
  const chomp = !text.endsWith('\n') ? '-' : text === '\n' || text.endsWith('\n\n') ? '+' : ''
  const body = chomp === '' ? text.slice(0, -1) : text
  const lines = body.split('\n').map((line) => (line === '' ? '' : ' '.repeat(Math.max(indent, 2)) + line))
  return `|${hint}${chomp}\n${lines.join('\n')}`
}

const WIDTH = 80
const ESCAPES: Readonly<Record<string, string>> = {
  '\0': '\\0',
  '\x07': '\\a',
  '\b': '\\b',
  '\t': '\\t',
  '\n': '\\n',
  '\v': '\\v',
  '\f': '\\f',
  '\r': '\\r',
  '\x1b': '\\e',
  '"': '\\"',
  '\\': '\\\\',
  '\x85': '\\N',
  '\u2028': '\\L',
  '\u2029': '\\P',
}

/** In double quotes, broken at spaces beyond the 80th column, as libyaml does. */
function quoted(text: string, indent: number, startColumn: number): string {
  const characters = [...text]
  const parts: string[] = ['"']
  let column = startColumn + 1
  let afterSpace = false
  for (const [index, character] of characters.entries()) {
    const inside = index > 0 && index < characters.length - 1
    if (character === ' ' && !afterSpace && column > WIDTH && inside) {
      parts.push(lineBreak(indent), characters[index + 1] === ' ' ? '\\' : '')
      column = indent + (characters[index + 1] === ' ' ? 1 : 0)
      afterSpace = true
      continue
    }
    const written = escaped(character)
    parts.push(written)
    column += written.length
    afterSpace = character === ' '
  }
  parts.push('"')
  return parts.join('')
}

function escaped(character: string): string {
  const known = ESCAPES[character]
  if (known) return known
  if (!UNPRINTABLE.test(character)) return character
  const code = character.codePointAt(0)!
  const hex = code.toString(16).toUpperCase()
  return code <= 0xff
    ? `\\x${hex.padStart(2, '0')}`
    : code <= 0xffff
      ? `\\u${hex.padStart(4, '0')}`
      : `\\U${hex.padStart(8, '0')}`
}
