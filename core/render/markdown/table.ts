/** The lines of a table. Cells are Markdown already. */
export function markdownTable(
  headings: readonly string[],
  aligned: readonly ('left' | 'right')[],
  rows: readonly (readonly string[])[],
): readonly string[] {
  const rule = aligned.map((side) => (side === 'left' ? ':--' : '--:'))
  return [headings, rule, ...rows].map((cells) => `| ${cells.join(' | ')} |`)
}

/** A folded part. Without the blank line after the summary, tables in it are not rendered. */
export function folded(summary: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [`<details><summary>${summary}</summary>`, '', ...lines, '', '</details>']
}
