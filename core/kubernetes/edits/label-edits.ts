import { isMap, isScalar, type Node, type Pair, parseAllDocuments, type YAMLMap } from 'yaml'
import type { Range } from '../../source/source-file.ts'
import { scalarText } from './scalar-text.ts'

/** Text in place of a stretch of a file; what is to be chosen stands between the pieces of text. */
export interface LabelEdit {
  readonly path: string
  /** UTF-16 offsets, end exclusive. */
  readonly start: number
  readonly end: number
  readonly pieces: readonly (string | LabelChoice)[]
}

export interface LabelChoice {
  readonly value: string | { readonly values: readonly string[] }
}

export type LabelEntries = readonly (readonly [
  key: string,
  value: string | { readonly values: readonly string[] },
])[]

/**
 * Writes labels into `metadata.labels` of the mapping that starts at `owner`: a pod template, or a whole object; or into
 * another mapping below it. As its neighbours are written, and nothing else is touched: never a selector. Undefined where it cannot be done so, e.g.
 * because the labels are an alias.
 */
export function labelEdits(
  owner: Range,
  entries: LabelEntries,
  path: readonly string[] = ['metadata', 'labels'],
): readonly LabelEdit[] | undefined {
  const { source } = owner
  const document = parseAllDocuments(source.text, { schema: 'failsafe', logLevel: 'silent' }).find(
    (each) => 'contents' in each && within(owner.start, each.contents as Node | null),
  )
  const mapping = document && 'contents' in document ? mappingAt(document.contents as Node, owner) : undefined
  if (!mapping) return undefined
  const lineBreak = /\r\n/.test(source.text) ? '\r\n' : '\n'
  const context: Context = { text: source.text, path: source.path, lineBreak }
  return intoMapping(mapping, path, entries, context)
}

interface Context {
  readonly text: string
  readonly path: string
  readonly lineBreak: string
}

function within(offset: number, node: Node | null): boolean {
  const range = node?.range
  return (
    range !== null && range !== undefined && range[0] <= offset && offset < Math.max(range[2], range[0] + 1)
  )
}

/** The mapping that starts there, or the value of the key that does. */
function mappingAt(node: Node, owner: Pick<Range, 'start' | 'end'>): YAMLMap | undefined {
  const offset = owner.start
  if (!isMap(node)) {
    const items = 'items' in node ? (node.items as Node[]) : []
    const next = items.find((item) => within(offset, item))
    return next && mappingAt(next, owner)
  }
  // The first key of a mapping starts where the mapping does: which of the two is meant shows in where it ends.
  if (node.range?.[0] === offset) {
    const [first, second] = node.items as Pair<Node, Node | null>[]
    const isFirst = owner.end > owner.start && owner.end <= (second?.key.range?.[0] ?? owner.end)
    return isFirst && isMap(first?.value) ? first.value : node
  }
  for (const { key, value } of node.items as Pair<Node, Node | null>[]) {
    if (key.range?.[0] === offset) return isMap(value) ? value : undefined
    if (value && within(offset, value)) return mappingAt(value, owner)
  }
  return undefined
}

function intoMapping(
  mapping: YAMLMap,
  path: readonly string[],
  entries: LabelEntries,
  context: Context,
): readonly LabelEdit[] | undefined {
  const [name, ...deeper] = path
  if (name === undefined) return append(mapping, entries.map(entryOf), context)
  const pair = (mapping.items as Pair<Node, Node | null>[]).find(
    ({ key }) => isScalar(key) && key.value === name,
  )
  if (!pair && name === 'metadata' && !mapping.flow && hasKey(mapping, 'spec'))
    return prepend(mapping, nested(path, entries, mapping, context), context)
  if (!pair) return append(mapping, [nested(path, entries, mapping, context)], context)
  const { value } = pair
  if (isMap(value)) return intoMapping(value, deeper, entries, context)
  const isEmpty = value === null || (isScalar(value) && value.value === '' && value.type === 'PLAIN')
  if (!isEmpty || !pair.key.range || mapping.flow) return undefined
  // `labels:` with nothing after it.
  const indent = columnOf(pair.key.range[0], context.text) + STEP
  const at = context.text.indexOf(':', pair.key.range[1]) + 1
  const lines =
    deeper.length > 0 ? undefined : entries.flatMap((entry) => line(entryOf(entry), indent, context))
  return lines && [{ path: context.path, start: at, end: at, pieces: lines }]
}

function hasKey(mapping: YAMLMap, name: string): boolean {
  return (mapping.items as Pair<Node, Node | null>[]).some(({ key }) => isScalar(key) && key.value === name)
}

type Pieces = readonly (string | LabelChoice)[]

const STEP = 2

function entryOf([key, value]: LabelEntries[number]): Pieces {
  const { text, isQuoted } = scalarText(typeof value === 'string' ? [value] : value.values)
  const name = `${scalarText([key]).text ?? key}: `
  if (text !== undefined) return [name + text]
  return isQuoted ? [`${name}"`, { value }, '"'] : [name, { value }]
}

/** What is missing on the way to the labels, one inside the other. */
function nested(path: readonly string[], entries: LabelEntries, mapping: YAMLMap, context: Context): Pieces {
  if (mapping.flow) {
    const inner = entries.flatMap((entry, index) => [...(index > 0 ? [', '] : []), ...entryOf(entry)])
    return [path.map((name) => `${name}: { `).join(''), ...inner, ' }'.repeat(path.length)]
  }
  const [first, ...others] = path
  const start = columnOf(firstKey(mapping), context.text)
  let indent = start
  const pieces: (string | LabelChoice)[] = [`${first}:`]
  for (const name of others) {
    indent += STEP
    pieces.push(...line([`${name}:`], indent, context))
  }
  for (const entry of entries) pieces.push(...line(entryOf(entry), indent + STEP, context))
  return pieces
}

function line(pieces: Pieces, indent: number, { lineBreak }: Context): Pieces {
  return [lineBreak + ' '.repeat(indent), ...pieces]
}

/** `metadata` stands before `spec`, as everybody writes it. */
function prepend(mapping: YAMLMap, pieces: Pieces, context: Context): readonly LabelEdit[] {
  const start = firstKey(mapping)
  const next = context.lineBreak + ' '.repeat(columnOf(start, context.text))
  return [{ path: context.path, start, end: start, pieces: [...pieces, next] }]
}

/** Behind the last entry of a mapping, on a line of its own where the others are. */
function append(
  mapping: YAMLMap,
  items: readonly Pieces[],
  context: Context,
): readonly LabelEdit[] | undefined {
  const { text, path } = context
  const range = mapping.range
  if (!range) return undefined
  if (mapping.flow) {
    const close = text.lastIndexOf('}', range[1] - 1)
    if (close < range[0]) return undefined
    const inside = text.slice(range[0] + 1, close)
    const end = range[0] + 1 + inside.trimEnd().length
    const isEmpty = inside.trim() === ''
    const pieces = items.flatMap((item, index) => [isEmpty && index === 0 ? ' ' : ', ', ...item])
    const tail = isEmpty ? [' '] : []
    return [{ path, start: end, end: isEmpty ? close : end, pieces: [...pieces, ...tail] }]
  }
  const last = (mapping.items as Pair<Node, Node | null>[]).at(-1)
  const end = (last?.value?.range ?? last?.key.range)?.[1]
  if (end === undefined) return undefined
  const indent = columnOf(firstKey(mapping), text)
  const at = endOfLine(trimmedEnd(text, end), text)
  return [{ path, start: at, end: at, pieces: items.flatMap((item) => line(item, indent, context)) }]
}

function firstKey(mapping: YAMLMap): number {
  const [first] = mapping.items as Pair<Node, Node | null>[]
  return first?.key.range?.[0] ?? mapping.range?.[0] ?? 0
}

function columnOf(offset: number, text: string): number {
  return offset - (text.lastIndexOf('\n', offset - 1) + 1)
}

/** Block scalars and collections end after their line break. */
function trimmedEnd(text: string, end: number): number {
  let at = end
  while (at > 0 && /\s/.test(text[at - 1]!)) at--
  return at
}

/** A comment behind the last entry stays there. */
function endOfLine(offset: number, text: string): number {
  const end = text.indexOf('\n', offset)
  if (end < 0) return text.length
  return text[end - 1] === '\r' ? end - 1 : end
}
