import type { BillReport } from '../../billing/report/bill-report.ts'
import { add, sum } from '../../domain/money.ts'
import { counted } from '../text/counted.ts'
import { moneyOf } from './bill-money.ts'
import { nameCode, sentenceText } from './escape.ts'
import { markdownTable } from './table.ts'

const MOST_UNTAGGED = 50

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
