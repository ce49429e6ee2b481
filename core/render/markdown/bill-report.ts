import type { CostItem } from '../../billing/efficiency/optimisation.ts'
import type { BillReport, Line, ModelLine } from '../../billing/report/bill-report.ts'
import { signOf } from '../../domain/currency.ts'
import { add, sum, type Usd, ZERO } from '../../domain/money.ts'
import { amountText, shareText, signedText } from '../amounts/amount.ts'
import type { Renderer } from '../renderer.ts'
import { counted } from '../text/counted.ts'
import { type Money, moneyOf, safe } from './bill-money.ts'
import { nameCode, nameText, sentenceText } from './escape.ts'
import { folded, markdownTable } from './table.ts'
import { markdownUntagged } from './untagged.ts'

/** Rows of a table: a job summary holds one MiB, and nobody reads more. */
const MOST_ROWS = 30
const MOST_NOTES = 20

/** The bill of a period for a job summary, an issue or the weekly mail: what is untagged first, then who pays what. */
export const markdownBillReport: Renderer<BillReport> = (report) => {
  const money = moneyOf(report)
  const sections = [
    head(report, money),
    untagged(report),
    models(report, money),
    lines('Team', report.by.team, money),
    lines('Phase', report.by.phase, money),
    folded('By service, environment and kind of charge', [
      ...lines('Service', report.by.service, money),
      '',
      ...lines('Environment', report.by.environment, money),
      '',
      ...lines('Kind of charge', report.by.category, money),
    ]),
    optimisations(report, money),
    overBudget(report, money),
    expired(report, money),
    change(report),
    folded(
      'How costs are shared',
      report.pools.map(({ methodology, amount }) => `- ${money(amount)}: ${sentenceText(methodology)}`),
    ),
    folded(
      'Notes',
      cut(report.notes, MOST_NOTES, (note) => `- ${sentenceText(note)}`),
    ),
  ]
  return `${sections
    .filter((section) => section.length > 0)
    .map((section) => section.join('\n'))
    .join('\n\n')}\n`
}

function head(report: BillReport, money: Money): readonly string[] {
  const { period, coverage, cost, currency, rows, source, forecast } = report
  const share =
    coverage.share === undefined ? 'nothing is charged' : `${shareText(coverage.share)} has an owner`
  const coming = forecast
    ? ` At the pace of the last days it comes to ${money(forecast.total)}; ${counted(forecast.daysLeft, 'day')} to come.`
    : ''
  return [
    `### The bill, ${period.from} until ${period.until}: ${money(report.total)}, ${share}`,
    '',
    `Direct ${money(coverage.direct)} + shared ${money(coverage.shared)} + untagged ${money(coverage.untagged)} + unallocated ${money(coverage.unallocated)} + apart ${money(coverage.apart)}.${coming}`,
    '',
    `${cost} cost in ${sentenceText(currency)}, ${counted(rows, 'charge')} of a ${sentenceText(source.format)} export.`,
  ]
}

function untagged(report: BillReport): readonly string[] {
  const text = markdownUntagged(report)
  return text === undefined ? [] : ['#### Untagged', '', text]
}

function models(report: BillReport, money: Money): readonly string[] {
  const shown = report.models.slice(0, MOST_ROWS)
  const others = report.models.slice(MOST_ROWS)
  const rest =
    others.length === 0
      ? []
      : [
          [
            `${counted(others.length, 'other')}`,
            '',
            '',
            '',
            money(sum(others.map(({ amount }) => amount))),
            '',
            '',
            '',
            '',
          ],
        ]
  return [
    '#### Models',
    '',
    ...markdownTable(
      ['Model', 'Team', 'Direct', 'Shared', 'Total', 'Value', 'ROI', 'Per 1,000', 'Grade'],
      ['left', 'left', ...Array.from({ length: 6 }, () => 'right' as const), 'left'],
      [...shown.map((line) => modelCells(line, report, money)), ...rest],
    ),
  ]
}

function modelCells(line: ModelLine, { currency }: BillReport, money: Money): readonly string[] {
  const { model, team, direct, shared, amount, value, economics } = line
  return [
    named(model),
    team === undefined ? '' : nameText(team),
    money(direct),
    shared === 0 ? '' : money(shared),
    money(amount),
    value === undefined ? '' : money((value * 1e6) as Usd),
    economics?.roi === undefined ? '' : economics.roi.toFixed(1),
    economics?.perThousand === undefined
      ? ''
      : safe(`${signOf(currency)}${economics.perThousand.toPrecision(2)}`),
    economics === undefined ? '' : gradeText(economics),
  ]
}

/** `B 0.70 (ROI 0.50, benchmark 1.00)`: never the letter alone. */
function gradeText({ grade, score, parts }: NonNullable<ModelLine['economics']>): string {
  if (score === undefined) return 'unknown'
  const of = [
    ...(parts.roi === undefined ? [] : [`ROI ${parts.roi.toFixed(2)}`]),
    ...(parts.benchmark === undefined ? [] : [`benchmark ${parts.benchmark.toFixed(2)}`]),
  ]
  return `${grade} ${score.toFixed(2)} (${of.join(', ')})`
}

function lines(title: string, of: readonly Line[], money: Money): readonly string[] {
  if (of.length === 0) return []
  const others = of.slice(MOST_ROWS)
  const rest =
    others.length === 0
      ? []
      : [[counted(others.length, 'other'), money(sum(others.map(({ amount }) => amount)))]]
  return markdownTable(
    [title, 'Cost'],
    ['left', 'right'],
    [...of.slice(0, MOST_ROWS).map(({ name, amount }) => [named(name), money(amount)]), ...rest],
  )
}

function optimisations(report: BillReport, money: Money): readonly string[] {
  if (report.optimisations.length === 0) return []
  return [
    '#### To optimise',
    '',
    'Models whose value is less than three times their cost in the environments that count, the most to save first.',
    '',
    ...cut(
      report.optimisations,
      MOST_ROWS,
      ({ model, team, efficiency, cost, value, excess, items, advice }) =>
        [
          `- ${nameCode(model)}${team === undefined ? '' : ` of ${nameText(team)}`}, **${efficiency}**: costs ${money(cost)}, is worth ${money((value * 1e6) as Usd)}; ${money(excess)} less would make it three times its cost.`,
          ...items.map((item) => `  - ${itemText(item, false)}: ${money(item.amount)}`),
          ...advice.map(
            (each) =>
              `  - Ascribe suggests for ${nameCode(each.about)}: ${sentenceText(each.what)} (about ${money(each.saves)} a month)`,
          ),
        ].join('\n'),
    ),
  ]
}

function overBudget(report: BillReport, money: Money): readonly string[] {
  if (report.overBudget.length === 0) return []
  return [
    '#### Over budget',
    '',
    ...cut(report.overBudget, MOST_ROWS, ({ team, budget, amount, over, items, advice }) =>
      [
        `- ${nameCode(team)}: ${money(amount)} of ${money(budget)}, ${money(over)} over. The largest items:`,
        ...items.map((item) => `  - ${itemText(item, true)}: ${money(item.amount)}`),
        ...advice.map(
          (each) =>
            `  - Ascribe suggests for ${nameCode(each.about)}: ${sentenceText(each.what)} (about ${money(each.saves)} a month)`,
        ),
      ].join('\n'),
    ),
  ]
}

function itemText({ model, phase, service, pool }: CostItem, withModel: boolean): string {
  const names = [
    ...(withModel ? [model] : []),
    phase,
    service,
    ...(pool === undefined ? [] : [`part of ${pool}`]),
  ]
  const known = names.filter((name) => name !== undefined)
  return known.length === 0 ? '(untagged)' : known.map(nameText).join(' · ')
}

function expired(report: BillReport, money: Money): readonly string[] {
  if (report.expired.length === 0) return []
  const others = report.expired.slice(MOST_ROWS)
  return [
    '#### Past their end, and still billed',
    '',
    ...markdownTable(
      ['Resource', 'Team', 'Ended', 'Last billed', 'Cost'],
      ['left', 'left', 'left', 'left', 'right'],
      report.expired
        .slice(0, MOST_ROWS)
        .map(({ resource, name, owner, expires, lastBilled, amount }) => [
          nameCode(name ?? resource),
          owner.team === undefined ? '' : nameText(owner.team),
          expires,
          lastBilled,
          money(amount),
        ]),
    ),
    ...(others.length === 0
      ? []
      : [
          '',
          `and ${counted(others.length, 'other')}, ${money(others.reduce((all, { amount }) => add(all, amount), ZERO))}`,
        ]),
  ]
}

function change({ change: of, total, currency }: BillReport): readonly string[] {
  if (!of) return []
  const sign = signOf(currency)
  const signed = (amount: Usd) => safe(signedText(amount, sign))
  return [
    `#### Against ${of.period.from} until ${of.period.until}: ${safe(amountText(of.before, sign))} → ${safe(amountText(total, sign))}`,
    '',
    ...markdownTable(
      ['Model', 'Change', 'Because of'],
      ['left', 'right', 'left'],
      of.movers.map(({ model, delta, because }) => [
        named(model),
        signed(delta),
        because
          .map(({ phase, service, delta: part }) =>
            [
              signed(part),
              ...[phase, service].flatMap((name) => (name === undefined ? [] : nameText(name))),
            ].join(' '),
          )
          .join(', '),
      ]),
    ),
  ]
}

const named = (name: string | undefined): string => (name === undefined ? '(untagged)' : nameText(name))

function cut<T>(all: readonly T[], most: number, text: (one: T) => string): readonly string[] {
  const others = all.length - most
  return [...all.slice(0, most).map(text), ...(others > 0 ? [`- and ${counted(others, 'other')}`] : [])]
}
