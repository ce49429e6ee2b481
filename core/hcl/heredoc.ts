import { countLeadingSpaces, isSpace } from './characters.ts'
import type { TemplateText } from './syntax.ts'
import type { TemplatePiece } from './template-scanner.ts'

const NEWLINE = 0x0a
const RETURN = 0x0d

/** The offset of the line break after the line at `at`, where that line holds the marker and blanks only; or -1. */
export function markerEnd(text: string, at: number, marker: string): number {
  let start = at
  while (isSpace(text.charCodeAt(start)) && text.charCodeAt(start) !== NEWLINE) start++
  if (!text.startsWith(marker, start)) return -1
  let end = start + marker.length
  while (isSpace(text.charCodeAt(end)) && text.charCodeAt(end) !== NEWLINE) end++
  if (text.charCodeAt(end) !== NEWLINE) return -1
  return text.charCodeAt(end - 1) === RETURN ? end - 1 : end
}

export interface PlainHeredoc {
  readonly parts: readonly TemplateText[]
  /** Where the line of its closing marker ends. */
  readonly close: number
}

/** A heredoc of text alone, whose escapes and sequences need no looking at; undefined where there may be some. */
export function readPlainHeredoc(
  text: string,
  start: number,
  marker: string,
  flush: boolean,
): PlainHeredoc | undefined {
  let line = start
  let close = markerEnd(text, line, marker)
  while (close < 0) {
    const lineBreak = text.indexOf('\n', line)
    if (lineBreak < 0) return undefined
    line = lineBreak + 1
    close = markerEnd(text, line, marker)
  }
  const value = text.slice(start, line)
  if (value.includes('${') || value.includes('%{') || /\r(?!\n)/.test(value)) return undefined
  if (value === '') return { parts: [], close }
  return { parts: [{ kind: 'text', value: flush ? flushText(value) : value, start, end: line }], close }
}

function flushText(text: string): string {
  const lines = text.split(/(?<=\n)/)
  let least = Infinity
  const indents = lines.map((line) => {
    const indent = countLeadingSpaces(line)
    if (indent === line.length) return Infinity // a blank line keeps what it has
    least = Math.min(least, indent)
    return indent
  })
  return lines.map((line, index) => (indents[index] === Infinity ? line : line.slice(least))).join('')
}

/**
 * `<<-`: what all lines are indented by is taken away. As in Terraform, blank lines neither count nor change, a line
 * that begins with a sequence is indented by nothing, and a line whose start `~` has stripped does not count.
 */
export function flushIndentation(pieces: readonly TemplatePiece[]): void {
  let least = Infinity
  let lineStart = true
  const indented: { value: string }[] = []
  for (const piece of pieces) {
    if (lineStart) {
      let indent = 0
      if (piece.kind === 'text') {
        indent = countLeadingSpaces(piece.value)
        if (indent === piece.value.length && piece.value.endsWith('\n')) indent = Infinity
        else indented.push(piece)
      }
      least = Math.min(least, indent)
    }
    lineStart = piece.kind === 'text' && piece.value.endsWith('\n')
  }
  for (const piece of indented) piece.value = piece.value.slice(least)
}
