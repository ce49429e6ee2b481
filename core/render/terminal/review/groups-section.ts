import type { Breakdown, Review } from '../../../review/review.ts'
import { beforeText } from '../../amounts/shown-change.ts'
import { type GroupRow, groupRows } from '../../report/group-rows.ts'
import { counted } from '../../text/counted.ts'
import { type Cell, type Column, layOut } from '../../text/table.ts'
import { visible } from '../../text/visible.ts'
import { afterCell, deltaCell } from '../money-cells.ts'
import type { Page } from '../page.ts'

const DIMENSIONS: readonly (readonly [Breakdown, title: string, fewestRows: number])[] = [
  ['team', 'Team', 1],
  ['environment', 'Environment', 2],
]

const COLUMNS: readonly Column[] = [
  { align: 'left', shrinksTo: 14 },
  { align: 'right' },
  { align: 'right' },
  { align: 'right' },
]

/** The same money by team and by environment; one environment alone is the headline again. */
export function groupsSection(review: Review, page: Page): readonly string[] {
  const isShared = review.sharing.pools.length > 0
  const tables = DIMENSIONS.flatMap(([dimension, title, fewest]) => {
    const groups = groupRows(review, dimension)
    if (groups.length < fewest) return []
    const shared = isShared && dimension === 'team' ? ['With shared'] : []
    const head = [title, 'Before', 'After', 'Change', ...shared].map(
      (text): Cell => ({ text, style: page.style.heading }),
    )
    return [[head, ...groups.map((row) => rowOf(row, dimension, page))]]
  })
  // One layout, so that both tables' columns stand under each other.
  const rows = tables.flatMap((table, at) => (at === 0 ? table : [[], ...table]))
  const columns = isShared ? [...COLUMNS, COLUMNS[1]!] : COLUMNS
  return rows.length === 0 ? [] : layOut(columns, rows, page.width).lines
}

function rowOf({ of, cost, carried }: GroupRow, dimension: Breakdown, { style }: Page): readonly Cell[] {
  return [
    nameCell(of, dimension, style),
    { text: beforeText(cost) },
    afterCell(cost),
    deltaCell(cost, style),
    ...(carried ? [afterCell(carried)] : []),
  ]
}

function nameCell(of: GroupRow['of'], dimension: Breakdown, style: Page['style']): Cell {
  switch (of.kind) {
    case 'known':
      return { text: visible(of.value) }
    case 'more':
      return { text: counted(of.count, `more ${dimension}`), style: style.quiet }
    case 'missing':
      return { text: `no ${dimension}`, style: style.warning }
    case 'unknown':
      return { text: `${dimension} not known`, style: style.warning }
    default:
      return of satisfies never
  }
}
