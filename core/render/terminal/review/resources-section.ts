import type { Action, Review } from '../../../review/review.ts'
import { beforeText, type ShownChange } from '../../amounts/shown-change.ts'
import { namer } from '../../report/name-of.ts'
import { happenedText, resourceRows } from '../../report/resource-rows.ts'
import { whatChanged } from '../../report/what-changed.ts'
import { counted } from '../../text/counted.ts'
import { cutEnd } from '../../text/display-width.ts'
import { type Cell, type Column, layOut } from '../../text/table.ts'
import { visible } from '../../text/visible.ts'
import { hang } from '../../text/wrap.ts'
import { afterCell, deltaCell } from '../money-cells.ts'
import type { Page, Styles } from '../page.ts'

const MOST = 25

const COLUMNS: readonly Column[] = [
  { align: 'left' },
  { align: 'left', shrinksTo: 20 },
  { align: 'right' },
  { align: 'right' },
  { align: 'right' },
]

const SIGNS: Readonly<Record<Action, string>> = { create: '+', update: '~', delete: '-', 'no-op': ' ' }

/** Each resource whose cost changes, and what about it did; the others are counted. */
export function resourcesSection(review: Review, { style, width }: Page): readonly string[] {
  const { rows, more, priceless } = resourceRows(review, MOST)
  const nameOf = namer(review.resources)
  const head = ['', 'Resource', 'Before', 'After', 'Change'].map(
    (text): Cell => ({ text, style: style.heading }),
  )
  const cells = rows.map(({ change, figures }): readonly Cell[] => [
    { text: SIGNS[change.action], style: signStyle(change.action, style) },
    { text: visible(nameOf(change)) },
    ...figureCells(figures, style),
  ])
  if (more) {
    const name = { text: counted(more.count, 'more resource'), style: style.quiet }
    cells.push([{ text: '' }, name, ...figureCells(more.figures, style)])
  }
  const table = cells.length === 0 ? [] : layOut(COLUMNS, [head, ...cells], width).lines
  const detailed = table.flatMap((line, at) => {
    const row = at === 0 ? undefined : rows[at - 1]
    const details = row ? whatChanged(row.change) : []
    return [
      line,
      ...(details.length > 0 ? hang('   ', visible(details.join('; ')), width).map(style.quiet) : []),
    ]
  })
  const count = priceless.reduce((sum, { count }) => sum + count, 0)
  if (count === 0) return detailed
  const what = counted(
    count,
    'changed resource costs nothing or has no price',
    'changed resources cost nothing or have no price',
  )
  return [...detailed, style.quiet(cutEnd(`${what}: ${happenedText(priceless)}`, width))]
}

function figureCells(figures: ShownChange, style: Styles): readonly Cell[] {
  return [{ text: beforeText(figures) }, afterCell(figures), deltaCell(figures, style)]
}

function signStyle(action: Action, style: Styles): (text: string) => string {
  return action === 'create' ? style.good : action === 'delete' ? style.error : style.warning
}
