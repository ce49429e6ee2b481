import type { Range, SourceFile } from '../source/source-file.ts'

/** As the Language Server Protocol counts: lines and UTF-16 units from zero. */
export interface EditorPosition {
  readonly line: number
  readonly character: number
}

export interface EditorRange {
  readonly start: EditorPosition
  readonly end: EditorPosition
}

/** A range in a file of the tree; the front end knows what the path is called outside. */
export interface Place {
  readonly path: string
  readonly range: EditorRange
}

export function positionAt(source: SourceFile, offset: number): EditorPosition {
  const within = Math.min(offset, source.text.length)
  const lineStart = within === 0 ? 0 : source.text.lastIndexOf('\n', within - 1) + 1
  return { line: source.position(within).line - 1, character: within - lineStart }
}

export function rangeOf({ source, start, end }: Range): EditorRange {
  return { start: positionAt(source, start), end: positionAt(source, end) }
}

export function placeOf(range: Range): Place {
  return { path: range.source.path, range: rangeOf(range) }
}

/** The offset of a position; what is beyond a line's or the text's end is that end. */
export function offsetAt(text: string, { line, character }: EditorPosition): number {
  let start = 0
  for (let passed = 0; passed < line; passed++) {
    const end = text.indexOf('\n', start)
    if (end < 0) return text.length
    start = end + 1
  }
  const end = text.indexOf('\n', start)
  return Math.min(start + character, end < 0 ? text.length : end)
}
