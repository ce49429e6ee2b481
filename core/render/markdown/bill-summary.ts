import type { BillReport } from '../../billing/report/bill-report.ts'
import { signOf } from '../../domain/currency.ts'
import { add, sum, type Usd } from '../../domain/money.ts'
import { amountText, shareText } from '../amounts/amount.ts'
import type { Renderer } from '../renderer.ts'
import { counted } from '../text/counted.ts'
import { nameCode, sentenceText } from './escape.ts'
import { markdownTable } from './table.ts'

const MOST_ROWS = 20
const MOST_UNTAGGED = 50

/** The head of a bill's report, for a job summary. */
export const markdownBillSummary: Renderer<BillReport> = (report) => {
  const { period, coverage, cost, currency, forecast, models, notes } = report
  const money = moneyOf(report)
  const share =
    coverage.share === undefined ? 'nothing is charged' : `${shareText(coverage.share)} has an owner`
  const coming = forecast ? ` At the pace of the last days it comes to ${money(forecast.total)}.` : ''
  return `${[
    `### The bill, ${period.from} until ${period.until}: ${money(report.total)}, ${share}`,
    '',
    `${cost} cost in ${sentenceText(currency)}: direct ${money(coverage.direct)}, shared ${money(coverage.shared)}, untagged ${money(coverage.untagged)}, unallocated ${money(coverage.unallocated)}, apart ${money(coverage.apart)}.${coming}`,
    '',
    ...markdownTable(
      ['Model', 'Team', 'Direct', 'Shared', 'Total'],
      ['left', 'left', 'right', 'right', 'right'],
      models
        .slice(0, MOST_ROWS)
        .map(({ model, team, direct, shared, amount }) => [
          model === undefined ? '(untagged)' : nameCode(model),
          team === undefined ? '' : nameCode(team),
          money(direct),
          money(shared),
          money(amount),
        ]),
    ),
    ...(models.length > MOST_ROWS ? ['', `and ${counted(models.length - MOST_ROWS, 'other')}`] : []),
    ...(notes.length > 0 ? ['', ...notes.map((note) => `- ${sentenceText(note)}`)] : []),
  ].join('\n')}\n`
}

/** Resources that nobody can be charged for, and until when that is to be mended: what an issue about them says. */
export function markdownUntagged(report: BillReport): string | undefined {
  const { listed, rest } = report.untagged
  if (listed.length === 0) return undefined
  const money = moneyOf(report)
  const shown = listed.slice(0, MOST_UNTAGGED)
  const others = add(rest, sum(listed.slice(MOST_UNTAGGED).map(({ amount }) => amount)))
  const overdue = listed.filter(({ isOverdue }) => isOverdue).length
  return [
    `${counted(listed.length, 'resource')} of ${report.period.from} until ${report.period.until} cannot be charged to a model and a team${overdue > 0 ? `, ${overdue} of them overdue` : ''}. Tag or terminate each until the day it is due.`,
    '',
    ...markdownTable(
      ['Resource', 'Service', 'Lacks', 'First seen', 'Due', 'Cost'],
      ['left', 'left', 'left', 'left', 'left', 'right'],
      shown.map(({ resource, name, address, service, lacks, found, due, isOverdue, amount }) => [
        [name === resource ? undefined : name, resource, address]
          .flatMap((each) => (each === undefined ? [] : nameCode(each)))
          .join(' '),
        service === undefined ? '' : sentenceText(service),
        lacks.map(nameCode).join(', '),
        found ?? '',
        `${due ?? ''}${isOverdue ? ' **overdue**' : ''}`,
        money(amount),
      ]),
    ),
    ...(others === 0 ? [] : ['', `And ${money(others)} of others, or of charges that name no resource.`]),
  ].join('\n')
}

/** Two signs of dollars in a line would be a formula to GitHub. */
function moneyOf({ currency }: BillReport): (amount: Usd) => string {
  const sign = signOf(currency)
  return (amount) => amountText(amount, sign).replaceAll('$', '&#36;')
}
