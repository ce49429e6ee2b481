import type { Review } from '../../../review/review.ts'
import { type BudgetRow, budgetRows } from '../../report/budget-rows.ts'
import { changeFindings } from '../../report/resource-findings.ts'
import { counted } from '../../text/counted.ts'
import { nameCode, nameText, sentenceText } from '../escape.ts'
import { type MarkdownOptions, STANDARD } from '../options.ts'
import { placer } from '../place.ts'
import { markdownTable } from '../table.ts'

const MOST = 10
const CELLS = 10

const MARKS: Readonly<Record<BudgetRow['level'], string>> = {
  within: '',
  warn: ' ⚠️ near its end',
  over: ' ❌ exceeded',
}

/**
 * How much of the budgets that the change draws on is used once it is merged, what grows beyond what is usual, and who is
 * asked about a large change.
 */
export function budgetsPart(review: Review, options: MarkdownOptions): readonly string[] {
  const { tables, violations: most } = options.limits ?? STANDARD
  const rows = tables ? budgetRows(review) : []
  const table = markdownTable(
    ['Budget', 'Used after merge', ''],
    ['left', 'left', 'right'],
    rows
      .slice(0, MOST)
      .map(({ name, percent, filled, figures, level }) => [
        nameText(name),
        `\`${bar(filled)}\` ${percent}${MARKS[level]}`,
        figures,
      ]),
  )
  const rest =
    rows.length > MOST ? ['', `${counted(rows.length - MOST, 'more budget')}, less used than these`] : []
  const place = placer(options)
  const told = [...changeFindings(review.findings.new), ...changeFindings(review.findings.existing)]
  const lines = [
    ...told.slice(0, most).map(({ severity, message, range, ruleId }) => {
      const mark = severity === 'error' ? '❌ error' : '⚠️ warning'
      return `- ${mark}: ${place(range)} ${sentenceText(message)} · ${ruleId}`
    }),
  ]
  const blocks = [rows.length === 0 ? [] : [...table, ...rest], lines, approvalLine(review)]
  return blocks
    .filter((block) => block.length > 0)
    .flatMap((block, at) => (at === 0 ? block : ['', ...block]))
}

/** Full only at the whole budget or more. */
function bar(filled: number): string {
  const full = Math.floor(filled * CELLS)
  return '█'.repeat(full) + '░'.repeat(CELLS - full)
}

function approvalLine({ approval }: Review): readonly string[] {
  if (!approval) return []
  // As code, a name asks nobody by itself: the workflow does that, by the output of the Action.
  const whom = approval.reviewers.length > 0 ? approval.reviewers : approval.teams
  const names = whom.slice(0, MOST).map(nameCode).join(', ')
  return [
    `Approval is asked of ${names === '' ? 'the owners' : names}: the change is above the limit of ascribe.yml.`,
  ]
}
