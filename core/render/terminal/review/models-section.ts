import type { Review } from '../../../review/review.ts'
import { type ModelMatrix, type ModelRow, modelMatrix } from '../../report/model-matrix.ts'
import { titleOf } from '../../report/title.ts'
import { counted } from '../../text/counted.ts'
import { type Cell, type Column, layOut } from '../../text/table.ts'
import { visible } from '../../text/visible.ts'
import { afterCell, courseCell, deltaCell } from '../money-cells.ts'
import type { Page } from '../page.ts'

const MOST_PHASES = 3

/** Who pays: models and their teams by phase. Fewer phases get a column where the page is narrow. */
export function modelsSection(review: Review, page: Page): readonly string[] {
  const { total } = review
  if (total.before === 0 && total.after === 0) return []
  for (let phases = MOST_PHASES; ; phases--) {
    const { lines, isCramped } = tableOf(modelMatrix(review, phases), phases === 0 ? 14 : 30, page)
    if (!isCramped || phases === 0) return lines
  }
}

function tableOf({ phases, hasOther, rows }: ModelMatrix, narrowestName: number, page: Page) {
  const { style } = page
  const byPhase = phases.length > 0
  const headings = [
    'Model · team',
    ...phases.map((phase) => titleOf(visible(phase))),
    ...(hasOther && byPhase ? ['Other'] : []),
    'Change',
    'New total',
    ...(rows.some(({ carried }) => carried) ? ['With shared'] : []),
  ]
  const head = headings.map((text): Cell => ({ text, style: style.heading }))
  const body = rows.map(({ of, cells, total, carried }): Cell[] => [
    nameCell(of, page),
    ...(byPhase ? cells.map((cell) => courseCell(cell, style)) : []),
    deltaCell(total, style),
    afterCell(total),
    ...(carried ? [afterCell(carried)] : []),
  ])
  const columns = headings.map(
    (_, at): Column => (at === 0 ? { align: 'left', shrinksTo: narrowestName } : { align: 'right' }),
  )
  return layOut(columns, [head, ...body], page.width)
}

function nameCell(of: ModelRow['of'], { style }: Page): Cell {
  switch (of.kind) {
    case 'model': {
      const teams = of.teams.length > 0 ? ` · ${of.teams.map(visible).join(', ')}` : ''
      return { text: visible(of.model) + teams }
    }
    case 'more':
      return { text: counted(of.count, 'more model'), style: style.quiet }
    case 'unknown':
      return { text: 'model not known', style: style.warning }
    case 'unattributed':
      return { text: 'unattributed', style: style.warning }
    default:
      return of satisfies never
  }
}
