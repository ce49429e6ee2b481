/** Rows under headings, two blanks between columns; a heading with `#` before it is of figures, which end together. */
export function table(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const names = headings.map((heading) => heading.replace(/^#/, ''))
  const widths = names.map((name, column) =>
    rows.reduce((width, row) => Math.max(width, row[column]?.length ?? 0), name.length),
  )
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) =>
        headings[column]!.startsWith('#') ? cell.padStart(widths[column]!) : cell.padEnd(widths[column]!),
      )
      .join('  ')
      .trimEnd()
  return [names, ...rows].map((row) => `${line(row)}\n`).join('')
}
