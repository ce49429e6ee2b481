import type { TextEdit } from './fixed-text.ts'

/** Lines around a change, as `diff -u` and git show them. */
const CONTEXT = 3

/** Some lines of a text, and what stands in their place; both with their line breaks. */
interface ChangedLines {
  /** Zero-based, end exclusive. */
  readonly from: number
  readonly to: number
  readonly lines: readonly string[]
}

/**
 * The unified diff of a file, as `git apply` and `patch -p1` take it; empty where nothing changes. It follows from the
 * edits, so nothing is compared but the lines that they touch.
 * @param edits in order, none meeting another
 */
export function unifiedDiff(path: string, text: string, edits: readonly TextEdit[]): string {
  const lines = linesOf(text)
  const changes = changedLines(text, lines, edits)
  if (changes.length === 0) return ''
  const name = /[\s"\\]/.test(path)
    ? (side: string) => JSON.stringify(`${side}/${path}`)
    : (side: string) => `${side}/${path}`
  let shift = 0
  const hunks = grouped(changes).map((hunk) => {
    const shown = hunkText(lines, hunk, shift)
    for (const { from, to, lines: fresh } of hunk) shift += fresh.length - (to - from)
    return shown
  })
  return `--- ${name('a')}\n+++ ${name('b')}\n${hunks.join('')}`
}

/** Each with its line break; the last may lack one. */
function linesOf(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? []
}

function changedLines(
  text: string,
  lines: readonly string[],
  edits: readonly TextEdit[],
): readonly ChangedLines[] {
  const starts: number[] = []
  let offset = 0
  for (const line of lines) {
    starts.push(offset)
    offset += line.length
  }
  const changes: ChangedLines[] = []
  let line = 0
  for (let index = 0; index < edits.length; ) {
    while (line + 1 < starts.length && starts[line + 1]! <= edits[index]!.start) line++
    const from = line
    let to = from
    let written = ''
    let at = starts[from] ?? 0
    // Edits that touch the same lines change them together.
    do {
      const { start, end, text: fresh } = edits[index++]!
      written += text.slice(at, start) + fresh
      at = end
      while (to < starts.length && starts[to]! <= end) to++
    } while (index < edits.length && edits[index]!.start < (starts[to] ?? text.length + 1))
    written += text.slice(at, starts[to] ?? text.length)
    const change = trimmed({ from, to, lines: linesOf(written) }, lines)
    if (change.from < change.to || change.lines.length > 0) changes.push(change)
    line = Math.max(from, to - 1)
  }
  return changes
}

/** Without the lines at both ends that stay as they are. */
function trimmed({ from, to, lines }: ChangedLines, all: readonly string[]): ChangedLines {
  let head = 0
  while (from + head < to && head < lines.length && all[from + head] === lines[head]) head++
  let tail = 0
  const room = Math.min(to - from, lines.length) - head
  while (tail < room && all[to - 1 - tail] === lines[lines.length - 1 - tail]) tail++
  return { from: from + head, to: to - tail, lines: lines.slice(head, lines.length - tail) }
}

/** Changes whose surroundings meet are shown together. */
function grouped(changes: readonly ChangedLines[]): readonly (readonly ChangedLines[])[] {
  const groups: ChangedLines[][] = []
  for (const change of changes) {
    const last = groups.at(-1)
    if (last && change.from - last.at(-1)!.to <= 2 * CONTEXT) last.push(change)
    else groups.push([change])
  }
  return groups
}

function hunkText(lines: readonly string[], changes: readonly ChangedLines[], shift: number): string {
  const from = Math.max(0, changes[0]!.from - CONTEXT)
  const to = Math.min(lines.length, changes.at(-1)!.to + CONTEXT)
  const body: string[] = []
  const put = (mark: ' ' | '-' | '+', shown: readonly string[]) => {
    for (const line of shown)
      body.push(line.endsWith('\n') ? mark + line : `${mark}${line}\n\\ No newline at end of file\n`)
  }
  let at = from
  let added = 0
  for (const change of changes) {
    put(' ', lines.slice(at, change.from))
    put('-', lines.slice(change.from, change.to))
    put('+', change.lines)
    added += change.lines.length - (change.to - change.from)
    at = change.to
  }
  put(' ', lines.slice(at, to))
  return `@@ -${span(from, to - from)} +${span(from + shift, to - from + added)} @@\n${body.join('')}`
}

/** A stretch of no lines is told by the line before it. */
function span(start: number, count: number): string {
  const first = count === 0 ? start : start + 1
  return count === 1 ? `${first}` : `${first},${count}`
}
