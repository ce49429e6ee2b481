import type { Breakdown, Review } from '../../../review/review.ts'
import { afterText, beforeText } from '../../amounts/shown-change.ts'
import { type GroupRow, groupRows } from '../../report/group-rows.ts'
import { counted } from '../../text/counted.ts'
import { nameText } from '../escape.ts'
import { type MarkdownOptions, STANDARD } from '../options.ts'
import { folded, markdownTable } from '../table.ts'
import { deltaMarkdown } from './money.ts'

/** The same money by team and by environment; one environment alone is the headline again. */
export function groupsPart(review: Review, { limits = STANDARD }: MarkdownOptions): readonly string[] {
  if (!limits.tables) return []
  const tables = [tableOf(review, 'team', 'Team', 1), tableOf(review, 'environment', 'Environment', 2)]
  const [teams = [], environments = []] = tables
  const gap = teams.length > 0 && environments.length > 0 ? [''] : []
  return folded('By team and environment', [...teams, ...gap, ...environments])
}

function tableOf(review: Review, dimension: Breakdown, title: string, fewest: number): readonly string[] {
  const rows = groupRows(review, dimension)
  if (rows.length < fewest) return []
  return markdownTable(
    [title, 'Before', 'After', 'Change', ...(rows[0]?.carried ? ['With shared'] : [])],
    ['left', 'right', 'right', 'right', ...(rows[0]?.carried ? (['right'] as const) : [])],
    rows.map(({ of, cost, carried }) => [
      nameOf(of, dimension),
      beforeText(cost),
      afterText(cost),
      deltaMarkdown(cost),
      ...(carried ? [afterText(carried)] : []),
    ]),
  )
}

function nameOf(of: GroupRow['of'], dimension: Breakdown): string {
  switch (of.kind) {
    case 'known':
      return nameText(of.value)
    case 'more':
      return counted(of.count, `more ${dimension}`)
    case 'missing':
      return `*no ${dimension}*`
    case 'unknown':
      return `*${dimension} not known*`
    default:
      return of satisfies never
  }
}
