import { isMap, isScalar, isSeq, type Node, type Pair, parseDocument, type YAMLMap, type YAMLSeq } from 'yaml'
import type { SourceFile } from '../../source/source-file.ts'
import type { LabelEdit } from './label-edits.ts'
import { scalarText } from './scalar-text.ts'

type Entries = readonly (readonly [key: string, value: string])[]

/**
 * Writes labels into a kustomization so that all its objects and their pod templates get them: into an item of `labels:`
 * that does so already, else as a new one. Selectors are never touched, which is why `commonLabels`, and items with
 * `includeSelectors`, are left alone: a Deployment's cannot be changed. Undefined where it cannot be written.
 */
export function kustomizationLabels(source: SourceFile, entries: Entries): readonly LabelEdit[] | undefined {
  const { text } = source
  const document = parseDocument(text, { schema: 'failsafe', logLevel: 'silent' })
  const root = document.contents
  if (document.errors.length > 0 || !isMap(root) || root.flow || !root.range) return undefined
  const lineBreak = text.includes('\r\n') ? '\r\n' : '\n'
  const labels = valueUnder(root as YAMLMap<Node, Node | null>, 'labels')
  const context: Context = { source, lineBreak }
  if (labels === undefined) return atEnd(entries, context)
  if (!isSeq(labels) || labels.flow || labels.items.length === 0) return undefined
  for (const item of labels.items)
    if (isMap(item) && reachesTemplates(item as Mapping)) {
      const pairs = valueUnder(item as Mapping, 'pairs')
      if (isMap(pairs) && !pairs.flow && pairs.items.length > 0)
        return intoPairs(pairs as Mapping, entries, context)
    }
  return asItem(labels, entries, context)
}

type Mapping = YAMLMap<Node, Node | null>

interface Context {
  readonly source: SourceFile
  readonly lineBreak: string
}

const STEP = '  '

function valueUnder(mapping: Mapping, name: string): Node | null | undefined {
  const pair = (mapping.items as Pair<Node, Node | null>[]).find(
    ({ key }) => isScalar(key) && key.value === name,
  )
  return pair && (pair.value ?? null)
}

function reachesTemplates(item: Mapping): boolean {
  const isOn = (name: string) => {
    const value = valueUnder(item, name)
    return isScalar(value) && value.value === 'true'
  }
  return isOn('includeTemplates') && !isOn('includeSelectors') && valueUnder(item, 'fields') === undefined
}

function intoPairs(pairs: Mapping, entries: Entries, context: Context): readonly LabelEdit[] | undefined {
  const first = pairs.items[0]?.key.range?.[0]
  const last = pairs.items.at(-1)
  const end = (last?.value?.range ?? last?.key.range)?.[1]
  if (first === undefined || end === undefined) return undefined
  return behind(end, linesOf(entries, indentAt(first, context)), context)
}

function asItem({ items }: YAMLSeq, entries: Entries, context: Context): readonly LabelEdit[] | undefined {
  const { text } = context.source
  const start = (items[0] as Node | undefined)?.range?.[0]
  const last = (items.at(-1) as Node | undefined)?.range
  const dash = start === undefined ? -1 : text.lastIndexOf('-', start)
  if (!last || dash < 0) return undefined
  return behind(last[1], itemLines(entries, indentAt(dash, context)), context)
}

function atEnd(entries: Entries, { source, lineBreak }: Context): readonly LabelEdit[] {
  const { text, path } = source
  const end = text.length
  const lead = text === '' || text.endsWith('\n') ? '' : lineBreak
  const lines = ['labels:', ...itemLines(entries, STEP)]
  return [{ path, start: end, end, pieces: [lead + lines.join(lineBreak) + lineBreak] }]
}

function itemLines(entries: Entries, indent: string): readonly string[] {
  return [
    `${indent}- includeTemplates: true`,
    `${indent}${STEP}pairs:`,
    ...linesOf(entries, indent + STEP + STEP),
  ]
}

function linesOf(entries: Entries, indent: string): readonly string[] {
  return entries.map(([key, value]) => `${indent}${textOf(key)}: ${textOf(value)}`)
}

function textOf(value: string): string {
  return scalarText([value]).text ?? JSON.stringify(value)
}

function indentAt(offset: number, { source: { text } }: Context): string {
  return ' '.repeat(offset - (text.lastIndexOf('\n', offset - 1) + 1))
}

/** On lines of their own behind the one that an offset is in; a comment at its end stays there. */
function behind(
  offset: number,
  lines: readonly string[],
  { source, lineBreak }: Context,
): readonly LabelEdit[] {
  const { text, path } = source
  let at = offset
  while (at > 0 && /\s/.test(text[at - 1]!)) at--
  const found = text.indexOf('\n', at)
  const end = found < 0 ? text.length : text[found - 1] === '\r' ? found - 1 : found
  return [{ path, start: end, end, pieces: lines.map((line) => lineBreak + line) }]
}
