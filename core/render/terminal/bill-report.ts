import type { BillReport, Line } from '../../billing/report/bill-report.ts'
import { signOf } from '../../domain/currency.ts'
import { add, sum, type Usd } from '../../domain/money.ts'
import { amountText, shareText, signedText } from '../amounts/amount.ts'
import type { Renderer } from '../renderer.ts'
import { counted } from '../text/counted.ts'
import { type Cell, type Column, layOut } from '../text/table.ts'
import { visible } from '../text/visible.ts'
import { hang } from '../text/wrap.ts'
import { optimisationSection, overBudgetSection } from './bill-efficiency.ts'
import { joinSections, type Page, pageOf } from './page.ts'

const MOST_LISTED = 10
/** Of what there may be hundreds: the other formats have all of it. */
const MOST_LINES = 20
const NAME: Column = { align: 'left', shrinksTo: 12 }
const MONEY: Column = { align: 'right' }

/** The bill of a period: who carries it, what nobody does, what changed. */
export const terminalBillReport: Renderer<BillReport> = (report, options) => {
  const page = pageOf(options)
  const sign = signOf(report.currency)
  const money = (amount: Usd) => amountText(amount, sign)
  return joinSections([
    head(report, money, page),
    table(
      'By model',
      ['model', 'team', 'direct', 'shared', 'total', 'per 1,000'],
      report.models.map(({ model, team, direct, shared, amount, economics }) => [
        model ?? '(untagged)',
        team ?? '',
        money(direct),
        shared === 0 ? '' : money(shared),
        money(amount),
        economics?.perThousand === undefined ? '' : `${sign}${economics.perThousand.toPrecision(2)}`,
      ]),
      page,
    ),
    grades(report, page),
    lines('By team', report.by.team, money, page),
    lines('By phase', report.by.phase, money, page),
    lines('By service', report.by.service, money, page),
    lines('By environment', report.by.environment, money, page),
    lines('By kind of charge', report.by.category, money, page),
    report.pools.flatMap(({ methodology, amount, unallocated }) =>
      hang(
        '',
        `${money(amount)}: ${visible(methodology)}${unallocated === 0 ? '' : ` ${money(unallocated)} is given to nobody.`}`,
        page.width,
      ),
    ),
    untagged(report, money, page),
    table(
      'Past their end, and still billed',
      ['resource', 'ended', 'last billed', 'cost'],
      report.expired.map(({ resource, name, expires, lastBilled, amount }) => [
        name ?? resource,
        expires,
        lastBilled,
        money(amount),
      ]),
      page,
    ),
    table(
      'Storage, by prefix',
      ['prefix', 'whose', 'GiB', 'cost'],
      report.storage.map(({ bucket, prefix, model, team, bytes, amount }) => [
        `s3://${bucket}/${prefix}`,
        model ?? team ?? '(nobody)',
        (Number(bytes) / 2 ** 30).toFixed(1),
        money(amount),
      ]),
      page,
    ),
    changed(report, sign, page),
    optimisationSection(report, money, page),
    overBudgetSection(report, money, page),
    report.notes.flatMap((note) => hang('note: ', visible(note), page.width)),
  ])
}

function head(report: BillReport, money: (amount: Usd) => string, page: Page): readonly string[] {
  const { period, coverage, source, cost, currency, rows } = report
  const share =
    coverage.share === undefined ? 'nothing is charged' : `${shareText(coverage.share)} has an owner`
  const parts = [
    `direct ${money(coverage.direct)}`,
    `shared ${money(coverage.shared)}`,
    `untagged ${money(coverage.untagged)}`,
    ...(coverage.unallocated === 0 ? [] : [`unallocated ${money(coverage.unallocated)}`]),
    ...(coverage.apart === 0 ? [] : [`apart ${money(coverage.apart)}`]),
  ]
  return [
    page.style.strong(`${period.from} until ${period.until}: ${money(report.total)}, ${share}`),
    ...hang('', parts.join(' + '), page.width),
    ...hang(
      '',
      `${cost} cost in ${visible(currency)}, ${counted(rows, 'charge')} of a ${visible(source.format)} export, read by ${visible(source.engine)}`,
      page.width,
    ).map(page.style.quiet),
    ...(report.forecast
      ? hang(
          '',
          `At the pace of the last days it comes to ${money(report.forecast.total)}; ${counted(report.forecast.daysLeft, 'day')} to come.`,
          page.width,
        )
      : []),
  ]
}

/** Never the letter alone, and never of what is not known. */
function grades({ models }: BillReport, page: Page): readonly string[] {
  const part = (score: number | undefined) => score?.toFixed(2) ?? 'not known'
  return table(
    'Efficiency, 0 to 1',
    ['model', 'grade', 'score', 'ROI', 'benchmark'],
    models.flatMap(({ model, economics }) =>
      model === undefined || economics?.score === undefined
        ? []
        : [
            [
              model,
              economics.grade,
              economics.score.toFixed(2),
              part(economics.parts.roi),
              part(economics.parts.benchmark),
            ],
          ],
    ),
    page,
  )
}

function lines(
  title: string,
  of: readonly Line[],
  money: (amount: Usd) => string,
  page: Page,
): readonly string[] {
  const others = of.slice(MOST_LINES)
  return table(
    title,
    [],
    [
      ...of.slice(0, MOST_LINES).map(({ name, amount }) => [name ?? '(untagged)', money(amount)]),
      ...(others.length === 0
        ? []
        : [[`and ${counted(others.length, 'other')}`, money(sum(others.map(({ amount }) => amount)))]]),
    ],
    page,
  )
}

function untagged(report: BillReport, money: (amount: Usd) => string, page: Page): readonly string[] {
  const { listed, rest } = report.untagged
  const shown = listed.slice(0, MOST_LISTED)
  const others = add(rest, sum(listed.slice(MOST_LISTED).map(({ amount }) => amount)))
  return [
    ...table(
      'Untagged, the dearest first: tag or terminate',
      ['resource', 'lacks', 'first seen', 'due', 'cost'],
      shown.map(({ resource, name, address, lacks, found, due, isOverdue, amount }) => [
        address ?? name ?? resource,
        lacks.join(', '),
        found ?? '',
        `${due ?? ''}${isOverdue ? ' overdue' : ''}`,
        money(amount),
      ]),
      page,
    ),
    ...(others === 0
      ? []
      : hang('', `and ${money(others)} of others, or of charges that name no resource`, page.width)),
  ]
}

function changed({ change, total }: BillReport, sign: string, page: Page): readonly string[] {
  if (!change) return []
  const { before, period, movers } = change
  return [
    ...table(
      `Against ${period.from} until ${period.until}: ${amountText(before, sign)} → ${amountText(total, sign)}`,
      ['model', 'change', 'because of'],
      movers.map(({ model, delta, because }) => [
        model ?? '(untagged)',
        signedText(delta, sign),
        because
          .map(
            ({ phase, service, delta: part }) =>
              `${signedText(part, sign)} ${[phase, service].filter(Boolean).join(' · ')}`,
          )
          .join(', '),
      ]),
      page,
      [NAME, MONEY, { align: 'left', shrinksTo: 20 }],
    ),
  ]
}

function table(
  title: string,
  header: readonly string[],
  rows: readonly (readonly string[])[],
  page: Page,
  columns?: readonly Column[],
): readonly string[] {
  if (rows.length === 0) return []
  const width = rows[0]!.length
  const cells = rows.map((row): readonly Cell[] => row.map((text) => ({ text: visible(text) })))
  const heads = header.length === 0 ? [] : [header.map((text): Cell => ({ text, style: page.style.quiet }))]
  const kinds =
    columns ??
    Array.from({ length: width }, (_, at): Column => (at < width - 1 && isWords(rows, at) ? NAME : MONEY))
  return [page.style.heading(title), ...layOut(kinds, [...heads, ...cells], page.width).lines]
}

/** Whether a column holds words, and is not figures. */
const isWords = (rows: readonly (readonly string[])[], at: number): boolean =>
  rows.some((row) => /^[A-Za-z(]/.test(row[at]!))
