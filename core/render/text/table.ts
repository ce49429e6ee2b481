import { cutMiddle, displayWidth } from './display-width.ts'

export type Style = (text: string) => string

export interface Cell {
  readonly text: string
  readonly style?: Style
}

export interface Column {
  readonly align: 'left' | 'right'
  /** May be cut in the middle, down to this width. A column without it is cut only when nothing else helps. */
  readonly shrinksTo?: number
}

export interface LaidOut {
  readonly lines: readonly string[]
  /** Whether a column was cut that should not be. */
  readonly isCramped: boolean
}

const GAP = 2

/** Rows of cells as aligned lines of at most `width` columns. */
export function layOut(
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
  width: number,
): LaidOut {
  const natural = columns.map((_, at) =>
    rows.reduce((most, row) => Math.min(Math.max(most, displayWidth(row[at]?.text ?? '')), width), 0),
  )
  const widths = shrink(natural, columns, width - GAP * (columns.length - 1))
  const isCramped = widths.some(
    (given, at) => given < Math.min(natural[at]!, columns[at]!.shrinksTo ?? natural[at]!),
  )
  return { lines: rows.map((row) => line(row, columns, widths)), isCramped }
}

function line(row: readonly Cell[], columns: readonly Column[], widths: readonly number[]): string {
  let written = ''
  let pending = 0
  for (const [at, { align }] of columns.entries()) {
    const { text, style } = row[at] ?? { text: '' }
    const cut = cutMiddle(text, widths[at]!)
    const space = widths[at]! - displayWidth(cut)
    if (cut !== '') {
      written += ' '.repeat(pending + (align === 'right' ? space : 0)) + (style ? style(cut) : cut)
      pending = (align === 'right' ? 0 : space) + GAP
    } else pending += space + GAP
  }
  return written
}

/** Takes from what may shrink, widest first; then, if it must be, from whatever is widest. */
function shrink(natural: readonly number[], columns: readonly Column[], room: number): readonly number[] {
  const widths = [...natural]
  let excess = widths.reduce((sum, width) => sum + width, 0) - room
  for (const least of [columns.map(({ shrinksTo }) => shrinksTo), columns.map(() => 1)])
    while (excess > 0) {
      let widest = -1
      for (const [at, width] of widths.entries())
        if (width > (least[at] ?? width) && (widest < 0 || width > widths[widest]!)) widest = at
      if (widest < 0) break
      widths[widest]! -= 1
      excess--
    }
  return widths
}
