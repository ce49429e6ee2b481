import type { HclFile, ObjectExpression, ObjectItem } from '../../hcl/syntax.ts'
import { literalText } from '../configuration/declarations.ts'
import { continued, rowsOf, runAround } from './alignment.ts'
import {
  commaBefore,
  type Entries,
  type EntryStyle,
  entryPieces,
  entryWidths,
  newObject,
  PLAIN_STYLE,
} from './entries.ts'
import {
  columns,
  endsLine,
  indentAt,
  isOneLine,
  lineBreakOf,
  lineEnd,
  lineStart,
  startsLine,
  stepOf,
} from './lines.ts'
import { type Piece, plainText } from './piece.ts'
import type { SourceEdit } from './source-edit.ts'

/** A line with an object on it stays one up to this many columns. */
const MAX_COLUMNS = 100

/** Edits, and whether what was one line gets several. */
export interface Written {
  readonly edits: readonly SourceEdit[]
  readonly spreads: boolean
}

/** Writes further entries at the end of an object, as its own are written; undefined where one of them is there. */
export function appendEntries(
  file: HclFile,
  object: ObjectExpression,
  entries: Entries,
): Written | undefined {
  const names = new Map(object.items.map((item) => [nameOf(item), item.value]))
  const nulls: SourceEdit[] = []
  const fresh: (typeof entries)[number][] = []
  for (const entry of entries) {
    const written = names.get(entry[0])
    if (!written) fresh.push(entry)
    else if (written.kind === 'literal' && written.value === null)
      nulls.push({ ...written, path: file.source.path, pieces: ['"', { value: entry[1] }, '"'] })
    else return undefined
  }
  if (fresh.length === 0) return { edits: nulls, spreads: false }
  const { edits, spreads } = append(file, object, fresh)
  return nulls.length > 0 && spreads ? undefined : { edits: [...nulls, ...edits], spreads }
}

/** The key of an item; undefined where it is computed. */
function nameOf({ key }: ObjectItem): string | undefined {
  return key.kind === 'name' ? key.name : literalText(key)
}

function append(file: HclFile, object: ObjectExpression, entries: Entries): Written {
  const last = object.items.at(-1)
  if (!last) return intoEmpty(file, object, entries)
  const style = styleOf(file, object)
  if (isOneLine(file, object)) return intoLine(file, object, entries, style)
  const afterComma = commaAfter(file, last.end) ?? last.end
  if (startsLine(file, last.start) && endsLine(file, afterComma))
    return { edits: asLines(file, object, entries, style), spreads: false }
  return { edits: [insertion(file, last.end, inLine(entries, style))], spreads: false }
}

function intoEmpty(file: HclFile, object: ObjectExpression, entries: Entries): Written {
  const wasLine = isOneLine(file, object)
  const commented = file.comments.some(({ start, end }) => start > object.start && end < object.end)
  const indent = indentAt(file, object.start)
  const layout = { indent, step: stepOf(file), lineBreak: lineBreakOf(file) }
  if (!commented) {
    const spread = entries.length > 1 || !wasLine
    const pieces = newObject(entries, { ...layout, spread })
    const { path } = file.source
    return { edits: [{ path, start: object.start, end: object.end, pieces }], spreads: spread && wasLine }
  }
  const close = object.end - 1
  if (!startsLine(file, close))
    return {
      edits: [insertion(file, close, [...entryPieces(entries, PLAIN_STYLE).flatMap(commaBefore), ' '])],
      spreads: false,
    }
  const column = Math.max(...entryWidths(entries, PLAIN_STYLE)) + 1
  const pieces = entryPieces(entries, PLAIN_STYLE, column).flatMap((line) => [
    layout.indent + layout.step,
    ...line,
    layout.lineBreak,
  ])
  return { edits: [insertion(file, lineStart(file.source.text, close), pieces)], spreads: false }
}

/** `{ a = "b" }` goes on, or becomes lines where it would get too long. */
function intoLine(file: HclFile, object: ObjectExpression, entries: Entries, style: EntryStyle): Written {
  const { text } = file.source
  const last = object.items.at(-1)!
  const added = inLine(entries, style)
  const line = text.slice(lineStart(text, object.start), lineEnd(file, object.end))
  const commented = file.comments.some(({ start, end }) => start > object.start && end < object.end)
  if (commented || columns(line) + columns(plainText(added)) <= MAX_COLUMNS)
    return { edits: [insertion(file, last.end, added)], spreads: false }
  return { edits: spread(file, object, entries, style), spreads: true }
}

function spread(
  file: HclFile,
  { start, end, items }: ObjectExpression,
  entries: Entries,
  style: EntryStyle,
): readonly SourceEdit[] {
  const { path, text } = file.source
  const lineBreak = lineBreakOf(file)
  const outer = indentAt(file, start)
  const inner = lineBreak + outer + stepOf(file)
  const names = items.map(({ key }) => columns(text.slice(key.start, key.end)))
  const column = Math.max(...names, ...entryWidths(entries, style)) + 1
  const edits: SourceEdit[] = []
  let before = start + 1
  for (const [index, item] of items.entries()) {
    edits.push({ path, start: before, end: item.start, pieces: [inner] })
    const between = text.slice(item.key.end, item.value.start)
    if (/^[ \t]*=[ \t]*$/.test(between))
      edits.push({
        path,
        start: item.key.end,
        end: item.value.start,
        pieces: [`${' '.repeat(column - names[index]!)}= `],
      })
    before = item.end
  }
  const added = entryPieces(entries, style, column).flatMap((line) => [inner, ...line])
  edits.push({ path, start: before, end: end - 1, pieces: [...added, lineBreak + outer] })
  return edits
}

/** Each on a line of its own, after the last one. */
function asLines(
  file: HclFile,
  { items }: ObjectExpression,
  entries: Entries,
  style: EntryStyle,
): readonly SourceEdit[] {
  const last = items.at(-1)!
  const rows = rowsOf(file, items)
  const run = runAround(rows, items.length - 1)
  const { column, edits } = continued(file, run, entryWidths(entries, style))
  const comma = commaAfter(file, last.end)
  const commas = comma !== undefined || separatedByCommas(file, items)
  const lead = lineBreakOf(file) + indentAt(file, last.start)
  const added = entryPieces(entries, style, column).flatMap((line, index) => [
    lead,
    ...line,
    commas && (comma !== undefined || index < entries.length - 1) ? ',' : '',
  ])
  return [
    ...edits,
    ...(commas && comma === undefined ? [insertion(file, last.end, [','])] : []),
    insertion(file, lineEnd(file, comma ?? last.end), added),
  ]
}

function separatedByCommas(file: HclFile, items: readonly ObjectItem[]): boolean {
  const before = items.at(-2)
  return before !== undefined && commaAfter(file, before.end) !== undefined
}

/** The offset behind a comma that follows on the same line. */
function commaAfter({ source: { text } }: HclFile, offset: number): number | undefined {
  const [blanks] = /^[ \t]*/.exec(text.slice(offset))!
  const at = offset + blanks.length
  return text[at] === ',' ? at + 1 : undefined
}

function inLine(entries: Entries, style: EntryStyle): readonly Piece[] {
  return entryPieces(entries, style).flatMap((pieces) => [', ', ...pieces])
}

function insertion({ source: { path } }: HclFile, at: number, pieces: readonly Piece[]): SourceEdit {
  return { path, start: at, end: at, pieces }
}

function styleOf({ source: { text } }: HclFile, { items }: ObjectExpression): EntryStyle {
  const quoted = items.filter(({ key }) => key.kind === 'template').length
  const last = items.at(-1)!
  const between = text.slice(last.key.end, last.value.start)
  const colon = /^[ \t]*:[ \t]*$/.test(between) ? between : undefined
  return { quoted: quoted * 2 > items.length, colon }
}
