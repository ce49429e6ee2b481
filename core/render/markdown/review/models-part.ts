import type { Review } from '../../../review/review.ts'
import { afterText } from '../../amounts/shown-change.ts'
import { type ModelRow, modelMatrix } from '../../report/model-matrix.ts'
import { titleOf } from '../../report/title.ts'
import { counted } from '../../text/counted.ts'
import { nameText } from '../escape.ts'
import { type MarkdownOptions, STANDARD } from '../options.ts'
import { markdownTable } from '../table.ts'
import { courseMarkdown, deltaMarkdown } from './money.ts'

const MOST_PHASES = 3
const MOST_TEAMS = 3

/** Who pays. */
export function modelsPart(review: Review, { limits = STANDARD }: MarkdownOptions): readonly string[] {
  const { total } = review
  if (!limits.tables) return []
  if (total.before === 0 && total.after === 0) return []
  const { phases, hasOther, rows } = modelMatrix(review, MOST_PHASES)
  const byPhase = phases.length > 0
  const headings = [
    'Model · team',
    ...phases.map((phase) => nameText(titleOf(phase))),
    ...(hasOther && byPhase ? ['Other'] : []),
    'Change',
    'New total',
    ...(rows.some(({ carried }) => carried) ? ['With shared'] : []),
  ]
  return markdownTable(
    headings,
    headings.map((_, at) => (at === 0 ? 'left' : 'right')),
    rows.map(({ of, cells, total, carried }) => [
      nameOf(of, total.after !== 0),
      ...(byPhase ? cells.map(courseMarkdown) : []),
      deltaMarkdown(total),
      afterText(total),
      ...(carried ? [afterText(carried)] : []),
    ]),
  )
}

function nameOf(of: ModelRow['of'], costs: boolean): string {
  const mark = costs ? '⚠️ ' : ''
  switch (of.kind) {
    case 'model':
      return [`**${nameText(of.model)}**`, ...(of.teams.length > 0 ? [teamsText(of.teams)] : [])].join(' · ')
    case 'more':
      return counted(of.count, 'more model')
    case 'unattributed':
      return `${mark}*unattributed*`
    case 'unknown':
      return `${mark}*model not known*`
    default:
      return of satisfies never
  }
}

function teamsText(teams: readonly string[]): string {
  const rest = teams.length - MOST_TEAMS
  return teams.slice(0, MOST_TEAMS).map(nameText).join(', ') + (rest > 0 ? ` and ${rest} more` : '')
}
