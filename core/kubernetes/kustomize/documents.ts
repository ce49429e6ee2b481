import { isMapping, isSequence, type Value } from '../../domain/value.ts'
import { type Range, SourceFile } from '../../source/source-file.ts'
import { readDocuments } from '../yaml/read-documents.ts'
import { type LayerContext, rangeIn } from './layer.ts'
import { textOf } from './value-edits.ts'

/** The documents of a file that a kustomization names; what is wrong with them is reported where it stands. */
export function fileDocuments(path: string, value: Value, context: LayerContext): readonly Value[] {
  const source = context.file(path, value)
  if (!source) return []
  const { documents, problems } = readDocuments(source)
  for (const { message, range } of problems) context.report(message, range)
  return documents
}

/** The documents of a text within a kustomization, with every range where it stands in that file. */
export function inlineDocuments(value: Value, { layer, report }: LayerContext): readonly Value[] {
  const text = textOf(value) ?? ''
  const host = rangeIn(layer, value)
  const { documents, problems } = readDocuments(new SourceFile(host.source.path, text))
  const place = placeIn(host, text)
  for (const { message, range } of problems) report(message, place(range))
  return documents.map((document) => relocated(document, place))
}

function relocated(value: Value, place: (range: Range) => Range): Value {
  const moved = value.origins ? { ...value, origins: value.origins.map(place) } : value
  if (isSequence(moved)) return { ...moved, items: moved.items.map((item) => relocated(item, place)) }
  if (!isMapping(moved)) return moved
  const entries = new Map<string, Value>()
  for (const [key, item] of moved.entries) entries.set(key, relocated(item, place))
  return { ...moved, entries }
}

const BLOCK = /[^\n]*\|[-+\d]*[^\S\n]*(?:#[^\n]*)?\r?\n(?:[^\S\n]*\r?\n)*/y

/**
 * From ranges of a text to those of the file it is written in. A literal block (`|`) stands there line by line, further
 * in; any other way of writing a text has only one place: its own.
 */
function placeIn(host: Range, text: string): (range: Range) => Range {
  const { source } = host
  BLOCK.lastIndex = host.start
  const header = BLOCK.exec(source.text)
  if (!header) return () => host
  const indent = /^ */.exec(source.text.slice(BLOCK.lastIndex))![0].length
  const starts = lineStarts(source.text, source.text.indexOf('\n', host.start) + 1, text.split('\n').length)
  return (range) => {
    const { line } = range.source.position(range.start)
    const lineStart = range.source.text.lastIndexOf('\n', range.start - 1) + 1
    const start = starts[line - 1]
    if (start === undefined) return host
    const within = (offset: number) => Math.min(offset, source.text.length)
    const offset = start + indent + (range.start - lineStart)
    return { source, start: within(offset), end: within(offset + (range.end - range.start)) }
  }
}

function lineStarts(text: string, from: number, count: number): readonly number[] {
  const starts: number[] = []
  for (let at = from; at > 0 && starts.length < count; at = text.indexOf('\n', at) + 1) starts.push(at)
  return starts
}
