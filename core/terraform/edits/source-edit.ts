import { type Piece, plainText } from './piece.ts'

/** A stretch of a file to replace, in UTF-16 offsets; an insertion where `start` is `end`. */
export interface SourceEdit {
  readonly path: string
  readonly start: number
  readonly end: number
  readonly pieces: readonly Piece[]
}

/** A text with edits applied, or undefined where two of them are about the same place. */
export function applyEdits(text: string, edits: readonly SourceEdit[]): string | undefined {
  let result = ''
  let at = 0
  for (const { start, end, pieces } of inOrder(edits)) {
    if (start < at || end < start || end > text.length) return undefined
    result += text.slice(at, start) + plainText(pieces)
    at = end
  }
  return result + text.slice(at)
}

/** By place; insertions at one place stay in the order given. */
export function inOrder(edits: readonly SourceEdit[]): readonly SourceEdit[] {
  return [...edits].sort((a, b) => a.start - b.start || a.end - b.end)
}
