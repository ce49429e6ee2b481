import type { HclFile } from '../../hcl/syntax.ts'

/** The line break that a file uses. */
export function lineBreakOf({ source: { text } }: HclFile): string {
  const at = text.indexOf('\n')
  return at > 0 && text[at - 1] === '\r' ? '\r\n' : '\n'
}

export function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1
}

/** The blanks that the line of an offset begins with. */
export function indentAt({ source: { text } }: HclFile, offset: number): string {
  const start = lineStart(text, offset)
  return /^[ \t]*/.exec(text.slice(start, offset))![0]
}

/** One step further in, as the file does it: by a tab, or by two columns. */
export function stepOf({ source: { text } }: HclFile): string {
  return /^\t/m.test(text) ? '\t' : '  '
}

/** Where the line of an offset ends, before its line break and after any comment that reaches over it. */
export function lineEnd({ source: { text }, comments }: HclFile, offset: number): number {
  let at = offset
  for (;;) {
    const found = text.indexOf('\n', at)
    const end = found < 0 ? text.length : found > 0 && text[found - 1] === '\r' ? found - 1 : found
    const over = comments.find((comment) => comment.start < end && comment.end > end)
    if (!over) return Math.max(end, offset)
    at = over.end
  }
}

/** What follows on the line: nothing but blanks, and perhaps a comment. */
export function endsLine(file: HclFile, offset: number): boolean {
  return /^[ \t]*($|[\r\n#]|\/[/*])/.test(file.source.text.slice(offset, lineEnd(file, offset)))
}

export function startsLine({ source: { text } }: HclFile, offset: number): boolean {
  return /^[ \t]*$/.test(text.slice(lineStart(text, offset), offset))
}

export function isOneLine({ source: { text } }: HclFile, { start, end }: { start: number; end: number }) {
  const found = text.indexOf('\n', start)
  return found < 0 || found >= end
}

/** As `terraform fmt` counts them: characters, not UTF-16 units. */
export function columns(text: string): number {
  return [...text].length
}
