import { toPlain, type YamlNode } from '../../config/yaml-tree.ts'
import type { Range } from '../../source/source-file.ts'
import { entryOf, escaped, textOf } from './imported-key.ts'

/** What is refused, as far as a tag schema can say it. */
export type Atom =
  | { readonly kind: 'absent' | 'present' | 'blank'; readonly tag: string; readonly range: Range }
  | { readonly kind: 'equals'; readonly tag: string; readonly value: string; readonly range: Range }
  | {
      readonly kind: 'other'
      readonly tag: string
      readonly values: readonly string[]
      readonly range: Range
    }
  | { readonly kind: 'pattern'; readonly tag: string; readonly pattern: string; readonly range: Range }

/** Undefined where a tag schema has no counterpart. */
export function atomOf(node: YamlNode, parameters: YamlNode | undefined): Atom | undefined {
  const { range } = node
  const negated = entryOf(node, 'not')
  if (negated) return opposite(negated, parameters)
  const tag = tagOf(resolved(entryOf(node, 'field'), parameters))
  if (tag === undefined) return undefined
  const exists = textOf(entryOf(node, 'exists'))
  if (exists !== undefined)
    return { kind: exists.toLowerCase() === 'true' ? 'present' : 'absent', tag, range }
  const equals = resolved(entryOf(node, 'equals') ?? entryOf(node, 'match'), parameters)
  if (equals !== undefined)
    return equals === '' ? { kind: 'blank', tag, range } : { kind: 'equals', tag, value: equals, range }
  const other = resolved(entryOf(node, 'notEquals'), parameters)
  if (other !== undefined) return { kind: 'other', tag, values: [other], range }
  const list = listOf(entryOf(node, 'notIn'), parameters)
  if (list) return { kind: 'other', tag, values: list, range }
  const like = resolved(entryOf(node, 'notLike'), parameters)
  if (like !== undefined)
    return { kind: 'pattern', tag, pattern: `^${like.split('*').map(escaped).join('.*')}$`, range }
  const match = resolved(entryOf(node, 'notMatch'), parameters)
  return match === undefined ? undefined : { kind: 'pattern', tag, pattern: `^${matched(match)}$`, range }
}

/** `not` of one comparison, or of several of one tag with its values. */
function opposite(node: YamlNode, parameters: YamlNode | undefined): Atom | undefined {
  const { range } = node
  const any = entryOf(node, 'anyOf')
  const parts = any?.kind === 'sequence' ? any.items : [node]
  const tags = parts.map((part) => tagOf(resolved(entryOf(part, 'field'), parameters)))
  const [tag] = tags
  if (tag === undefined || tags.some((other) => other !== tag)) return undefined
  const [only] = parts
  if (parts.length === 1) {
    const exists = textOf(entryOf(only, 'exists'))
    if (exists !== undefined)
      return { kind: exists.toLowerCase() === 'true' ? 'absent' : 'present', tag, range }
    const like = resolved(entryOf(only, 'like'), parameters)
    if (like !== undefined)
      return { kind: 'pattern', tag, pattern: `^${like.split('*').map(escaped).join('.*')}$`, range }
    const match = resolved(entryOf(only, 'match'), parameters)
    if (match !== undefined && /[#?.]/.test(match))
      return { kind: 'pattern', tag, pattern: `^${matched(match)}$`, range }
  }
  const values = parts.map(
    (part) =>
      listOf(entryOf(part, 'in'), parameters) ??
      [resolved(entryOf(part, 'equals') ?? entryOf(part, 'match'), parameters)].flatMap(
        (value) => value ?? [],
      ),
  )
  return values.some((found) => found.length === 0)
    ? undefined
    : { kind: 'other', tag, values: values.flat(), range }
}

/** `#` is a digit, `?` a letter, `.` anything. */
function matched(text: string): string {
  return [...text]
    .map((c) => (c === '#' ? '[0-9]' : c === '?' ? '[A-Za-z]' : c === '.' ? '.' : escaped(c)))
    .join('')
}

/** `tags['a''b']`, `tags[a]`, `tags.a` */
function tagOf(field: string | undefined): string | undefined {
  const found = field && /^tags(?:\['(.*)'\]|\[([^'].*)\]|\.(.+))$/s.exec(field)
  return found ? (found[1]?.replaceAll("''", "'") ?? found[2] ?? found[3]) : undefined
}

/** A text, with the default of a parameter in place of the parameter; `[[` is a bracket. */
export function resolved(node: YamlNode | undefined, parameters: YamlNode | undefined): string | undefined {
  const text = textOf(node)
  if (text === undefined || !text.startsWith('[')) return text
  if (text.startsWith('[[')) return text.slice(1)
  const [, concat] = /^\[concat\('tags\[', *parameters\('([^']+)'\), *'\]'\)\]$/.exec(text) ?? []
  const [, alone] = /^\[parameters\('([^']+)'\)\]$/.exec(text) ?? []
  const value = textOf(entryOf(entryOf(parameters, concat ?? alone ?? ''), 'defaultValue'))
  return concat !== undefined && value !== undefined ? `tags[${value}]` : value
}

function listOf(node: YamlNode | undefined, parameters: YamlNode | undefined): readonly string[] | undefined {
  if (node?.kind === 'sequence') {
    const texts = node.items.map((item) => resolved(item, parameters))
    return texts.every((text) => text !== undefined) ? texts : undefined
  }
  const [, name] = /^\[parameters\('([^']+)'\)\]$/.exec(textOf(node) ?? '') ?? []
  const value = name === undefined ? undefined : entryOf(entryOf(parameters, name), 'defaultValue')
  const plain = value && toPlain(value)
  return Array.isArray(plain) && plain.every((item) => typeof item === 'string') ? plain : undefined
}
