import type { Attribute, Body, HclFile } from '../../hcl/syntax.ts'
import { attributeNamed } from '../configuration/declarations.ts'
import { align, isAligned, released, rowsOf, runAround } from './alignment.ts'
import { type Entries, newObject } from './entries.ts'
import { intoExpression } from './into-expression.ts'
import { columns, indentAt, isOneLine, lineBreakOf, lineEnd, stepOf } from './lines.ts'
import type { Piece } from './piece.ts'
import type { SourceEdit } from './source-edit.ts'

/** Makes an attribute that is written yield further entries. */
export function intoAttribute(
  file: HclFile,
  body: Body,
  attribute: Attribute,
  entries: Entries,
): readonly SourceEdit[] | undefined {
  const written = intoExpression(file, attribute.value, entries)
  if (!written?.spreads) return written?.edits
  const rows = rowsOf(file, body.attributes)
  return [...released(file, rows, body.attributes.indexOf(attribute)), ...written.edits]
}

/** Makes an attribute of a block yield further entries, whether it is written yet or not. */
export function intoNamedAttribute(
  file: HclFile,
  body: Body,
  name: string,
  entries: Entries,
): readonly SourceEdit[] | undefined {
  const written = attributeNamed(body, name)
  return written
    ? intoAttribute(file, body, written, entries)
    : newAttribute(file, body, { name, base: undefined, entries, apart: undefined })
}

/** What a new attribute is to be, and how the neighbours stand. */
export interface NewAttribute {
  readonly name: string
  /** An expression to merge the entries over, or to take as it is where there are none. */
  readonly base: string | undefined
  readonly entries: Entries
  /** Whether an empty line goes before it; undefined where the neighbours do not say. */
  readonly apart: boolean | undefined
}

/** Arguments that come last by convention. */
const LAST = new Set(['depends_on'])

/** Writes a new attribute behind the others of a block. */
export function newAttribute(
  file: HclFile,
  body: Body,
  attribute: NewAttribute,
): readonly SourceEdit[] | undefined {
  if (body.end <= body.start) return undefined // its braces are missing
  return isOneLine(file, body) ? intoOneLine(file, body, attribute) : behindOthers(file, body, attribute)
}

function behindOthers(file: HclFile, body: Body, made: NewAttribute): readonly SourceEdit[] {
  const { path, text } = file.source
  const lineBreak = lineBreakOf(file)
  const index = body.attributes.findLastIndex(({ name }) => !LAST.has(name))
  const anchor = body.attributes[index]
  const at = lineEnd(file, anchor?.end ?? body.start + 1)
  const indent = anchor ? indentAt(file, anchor.start) : indentAt(file, body.start) + stepOf(file)
  const spread = made.entries.length > 1
  const apart = anchor !== undefined && (made.apart ?? spread)
  const value = newValue(file, made, indent)
  const rows = rowsOf(file, body.attributes)
  const run = apart ? [] : runAround(rows, index)
  const edits: SourceEdit[] = []
  let room = 1
  if (run.length > 0 && isAligned(run)) {
    const above = run.slice(0, run.indexOf(rows[index]!) + 1)
    const below = run.slice(above.length)
    if (spread) edits.push(...align(file, above), ...align(file, below))
    else {
      const width = columns(made.name)
      edits.push(...align(file, run, [width]))
      room = Math.max(...run.map((row) => row.width), width) - width + 1
    }
  }
  const follows = /^\r?\n[ \t]*[^\s}]/.test(text.slice(at))
  const lines = [lineBreak, apart ? lineBreak : '', indent, made.name, ' '.repeat(room), '= ', ...value]
  const after = follows && (spread || !anchor) ? [lineBreak] : []
  edits.push({ path, start: at, end: at, pieces: [...lines, ...after] })
  return edits
}

/** `{}` and `{ a = 1 }` become lines. */
function intoOneLine(file: HclFile, body: Body, made: NewAttribute): readonly SourceEdit[] | undefined {
  const { path, text } = file.source
  const lineBreak = lineBreakOf(file)
  const outer = indentAt(file, body.start)
  const inner = outer + stepOf(file)
  const close = body.end - 1
  const value = newValue(file, made, inner)
  const [first, ...more] = body.attributes
  if (body.blocks.length > 0 || more.length > 0) return undefined
  if (!first) {
    if (text.slice(body.start + 1, close).trim() !== '') return undefined
    const pieces = [lineBreak, inner, made.name, ' = ', ...value, lineBreak, outer]
    return [{ path, start: body.start + 1, end: close, pieces }]
  }
  const spread = made.entries.length > 1
  const widest = spread ? 0 : Math.max(columns(first.name), columns(made.name))
  const room = (name: string) => ' '.repeat(Math.max(1, widest - columns(name) + 1))
  const gap = (made.apart ?? spread) ? lineBreak : ''
  const pieces = [
    lineBreak,
    gap,
    inner,
    made.name,
    gap === '' ? room(made.name) : ' ',
    '= ',
    ...value,
    lineBreak,
    outer,
  ]
  return [
    { path, start: body.start + 1, end: first.start, pieces: [lineBreak, inner] },
    ...(gap === ''
      ? [{ path, start: first.nameSpan.end, end: first.value.start, pieces: [`${room(first.name)}= `] }]
      : []),
    { path, start: first.end, end: close, pieces },
  ]
}

function newValue(file: HclFile, { base, entries }: NewAttribute, indent: string): readonly Piece[] {
  if (entries.length === 0) return [base ?? '{}']
  const layout = { indent, step: stepOf(file), lineBreak: lineBreakOf(file), spread: entries.length > 1 }
  const object = newObject(entries, layout)
  return base === undefined ? object : [`merge(${base}, `, ...object, ')']
}
