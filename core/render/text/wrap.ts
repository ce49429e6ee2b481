import { displayWidth, startOf } from './display-width.ts'

/** Lines of at most `width` columns, broken at spaces; a word that is wider itself is broken where it must. */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`
    if (displayWidth(longer) <= width) {
      line = longer
      continue
    }
    if (line !== '') lines.push(line)
    line = word
    while (displayWidth(line) > width) {
      const start = startOf(line, width) || line.slice(0, 1)
      lines.push(start)
      line = line.slice(start.length)
    }
  }
  lines.push(line)
  return lines
}

/** Wrapped, the first line after `first`, the others indented as wide as it is. */
export function hang(first: string, text: string, width: number): readonly string[] {
  const indent = displayWidth(first)
  return wrap(text, Math.max(width - indent, 1)).map(
    (line, index) => (index === 0 ? first : ' '.repeat(indent)) + line,
  )
}
