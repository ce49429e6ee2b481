import type { Attribute, HclFile, ObjectItem } from '../../hcl/syntax.ts'
import { columns, isOneLine, lineEnd, startsLine } from './lines.ts'
import type { SourceEdit } from './source-edit.ts'

/** `name = value` that has a line for itself, as `terraform fmt` aligns them. */
export interface Row {
  readonly firstLine: number
  /** A heredoc, or a comment that reaches over the line, counts as one line with the name. */
  readonly lastLine: number
  /** Of the name. */
  readonly width: number
  readonly nameEnd: number
  readonly equal: number
}

/** The rows of a body or an object; undefined where an item is none, and separates those around it. */
export function rowsOf(
  file: HclFile,
  items: readonly (Attribute | ObjectItem)[],
): readonly (Row | undefined)[] {
  return items.map((item) => rowOf(file, item))
}

function rowOf(file: HclFile, item: Attribute | ObjectItem): Row | undefined {
  const { text } = file.source
  const nameEnd = 'key' in item ? item.key.end : item.nameSpan.end
  const between = text.slice(nameEnd, item.value.start)
  const isHeredoc = item.value.kind === 'template' && item.value.form === 'heredoc'
  if (!isHeredoc && !isOneLine(file, item)) return undefined
  if (!startsLine(file, item.start) || !/^[ \t]*=[ \t]*$/.test(between)) return undefined
  const firstLine = file.source.position(item.start).line
  const lastLine = file.source.position(lineEnd(file, item.end)).line
  const width = columns(text.slice(item.start, nameEnd))
  return { firstLine, lastLine, width, nameEnd, equal: nameEnd + between.indexOf('=') }
}

/** The rows around one of them that follow each other without a line between. */
export function runAround(rows: readonly (Row | undefined)[], index: number): readonly Row[] {
  const middle = rows[index]
  if (!middle) return []
  const run = [middle]
  for (let at = index - 1, next: Row = middle; rows[at]?.lastLine === next.firstLine - 1; at--) {
    next = rows[at]!
    run.unshift(next)
  }
  for (let at = index + 1, before: Row = middle; rows[at]?.firstLine === before.lastLine + 1; at++) {
    before = rows[at]!
    run.push(before)
  }
  return run
}

/** Whether the rows look as `terraform fmt` leaves them. */
export function isAligned(run: readonly Row[]): boolean {
  const widest = Math.max(...run.map(({ width }) => width))
  return run.every(({ width, nameEnd, equal }) => equal - nameEnd === widest - width + 1)
}

/** Puts the equal signs of rows under each other, beside further rows of these widths. */
export function align(file: HclFile, run: readonly Row[], others: readonly number[] = []): SourceEdit[] {
  const widest = Math.max(...run.map(({ width }) => width), ...others)
  return run
    .filter(({ width, nameEnd, equal }) => equal - nameEnd !== widest - width + 1)
    .map(({ width, nameEnd, equal }) => ({
      path: file.source.path,
      start: nameEnd,
      end: equal,
      pieces: [' '.repeat(widest - width + 1)],
    }))
}

/** How far the equal sign stands from the start of new rows that continue `run`, and what that changes in it. */
export function continued(
  file: HclFile,
  run: readonly Row[],
  widths: readonly number[],
): { readonly column: number; readonly edits: readonly SourceEdit[] } {
  if (run.length > 0 && !isAligned(run)) {
    const last = run.at(-1)!
    return { column: last.width + last.equal - last.nameEnd, edits: [] }
  }
  const column = Math.max(...run.map(({ width }) => width), ...widths) + 1
  return { column, edits: align(file, run, widths) }
}

/** What changes around a row that gets several lines: it no longer belongs to those above and below. */
export function released(file: HclFile, rows: readonly (Row | undefined)[], index: number): SourceEdit[] {
  const row = rows[index]
  const run = runAround(rows, index)
  if (!row || !isAligned(run)) return []
  return [
    ...align(file, run.slice(0, run.indexOf(row))),
    ...align(file, [row]),
    ...align(file, run.slice(run.indexOf(row) + 1)),
  ]
}
