import type { Drift, NamedDrift } from '../../billing/reconcile/drift.ts'
import type { Alone, Reconciliation } from '../../billing/reconcile/reconciliation.ts'
import { signOf } from '../../domain/currency.ts'
import type { Usd } from '../../domain/money.ts'
import { amountText, shareText } from '../amounts/amount.ts'
import type { Renderer } from '../renderer.ts'
import { counted } from '../text/counted.ts'
import { type Cell, type Column, layOut } from '../text/table.ts'
import { visible } from '../text/visible.ts'
import { hang } from '../text/wrap.ts'
import { joinSections, type Page, pageOf } from './page.ts'

const MOST_LISTED = 15

/** Estimates beside the bill: how far apart, and what a usage file would make of it. */
export const terminalReconciliation: Renderer<Reconciliation> = (result, options) => {
  const page = pageOf(options)
  const sign = signOf(result.currency)
  const money = (amount: Usd | undefined) => (amount === undefined ? 'no figure' : amountText(amount, sign))
  const { joined, before, after, by } = result
  const total = joined.state + joined.name + joined.tags
  const dearest = result.resources.toSorted(
    (a, b) => Math.abs((b.before ?? 0) - b.billed) - Math.abs((a.before ?? 0) - a.billed),
  )
  return joinSections([
    [
      page.style.strong(
        `${counted(total, 'resource')} joined with the bill of ${visible(result.period)}: error ${errorText(before)} before, ${errorText(after)} after`,
      ),
      ...hang(
        '',
        `Joined by state ${joined.state}, by name ${joined.name}, by service and tags ${joined.tags}. Not joined: ${aloneText(result.estimatedAlone, 'estimate', money)} and ${aloneText(result.billedAlone, 'billed resource', money)}. Costs are scaled to a month of 730 hours.`,
        page.width,
      ),
    ],
    driftTable('By resource type', by.type, money, page),
    driftTable('By service', by.service, money, page),
    driftTable('By basis of the price', by.basis, money, page),
    table(
      'Farthest from the bill',
      ['resource', 'billed', 'estimated', 'calibrated', ''],
      dearest
        .slice(0, MOST_LISTED)
        .map(({ address, billed, before: was, after: is, notMeasured }) => [
          address,
          money(billed),
          money(was),
          money(is),
          notMeasured === undefined || notMeasured === 'as estimated' ? '' : notMeasured,
        ]),
      page,
    ),
    aloneTable('Billed, and joined with no estimate', result.billedAlone, money, page),
    aloneTable('Estimated, and not found on the bill', result.estimatedAlone, money, page),
    hang(
      '',
      result.isCalibrated
        ? `Measured: ${counted(
            [...result.usage.values()].reduce((sum, each) => sum + each.size, 0),
            'quantity',
            'quantities',
          )} of ${counted(result.usage.size, 'resource')}, ${counted(result.discounts.length, 'discount')}, ${counted(result.baselines.size, 'baseline')}.`
        : 'The bill says nothing that the estimates do not.',
      page.width,
    ),
  ])
}

const errorText = ({ medianError, p90Error }: Drift): string =>
  medianError === undefined || p90Error === undefined
    ? 'unknown'
    : `${shareText(medianError)} median and ${shareText(p90Error)} at the 90th percentile`

const aloneText = ({ count, cost }: Alone, noun: string, money: (amount: Usd) => string): string =>
  `${counted(count, noun)} (${money(cost)})`

function driftTable(
  title: string,
  drifts: readonly NamedDrift[],
  money: (amount: Usd) => string,
  page: Page,
): readonly string[] {
  return table(
    title,
    ['', 'resources', 'billed', 'estimated', 'median error', '90th percentile'],
    drifts
      .slice(0, MOST_LISTED)
      .map(({ name, resources, billed, estimated, medianError, p90Error }) => [
        name,
        String(resources),
        money(billed),
        money(estimated),
        medianError === undefined ? '' : shareText(medianError),
        p90Error === undefined ? '' : shareText(p90Error),
      ]),
    page,
  )
}

function aloneTable(
  title: string,
  { most, count }: Alone,
  money: (amount: Usd) => string,
  page: Page,
): readonly string[] {
  const more = count - most.length
  return [
    ...table(
      title,
      [],
      most.map(({ name, cost }) => [name, money(cost)]),
      page,
    ),
    ...(more > 0 ? [`and ${more} more`] : []),
  ]
}

function table(
  title: string,
  header: readonly string[],
  rows: readonly (readonly string[])[],
  page: Page,
): readonly string[] {
  const [first] = rows
  if (!first) return []
  const cells = rows.map((row): readonly Cell[] => row.map((text) => ({ text: visible(text) })))
  const heads = header.length === 0 ? [] : [header.map((text): Cell => ({ text, style: page.style.quiet }))]
  const columns = first.map(
    (_, at): Column => (at === 0 ? { align: 'left', shrinksTo: 20 } : { align: 'right' }),
  )
  return [page.style.heading(title), ...layOut(columns, [...heads, ...cells], page.width).lines]
}
