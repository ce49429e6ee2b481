import type { ApartCharge, BillConfig } from '../config/bill.ts'
import type { Catalogue } from '../config/catalogue.ts'
import type { SharedPool } from '../config/shared-pools.ts'
import type { TagSchema } from '../config/tag-schema.ts'
import { ConfigurationError } from '../domain/configuration-error.ts'
import { daysAfter, daysBetween, isDay } from '../domain/days.ts'
import { sum, type Usd } from '../domain/money.ts'
import { type AllocatedBill, allocateBill } from './allocate-bill.ts'
import { currenciesOf, currencyOf, NO_CURRENCY } from './bill-currency.ts'
import type { Cost } from './charge-columns.ts'
import { type ChargeCategory, type CostRow, costRows, type Period } from './cost-rows.ts'
import { type Decimal, total as totalOf } from './decimal.ts'
import type { ChargeGroup } from './group-query.ts'
import type { PodRequests } from './pool-method.ts'
import { forecast } from './report/forecast.ts'
import { type Speller, speller } from './spell-values.ts'

/** One period of a bill in one currency: what all reports are made from. */
export interface PeriodBill {
  readonly period: Period
  /** The days of it that the bill has so far; the period itself where it is over. */
  readonly soFar: Period
  readonly currency: string
  readonly cost: Cost
  readonly total: Usd
  /** The same with all digits of the bill. */
  readonly exact: Decimal
  /** By day, service, kind of charge and owner; they add up to the total. */
  readonly rows: readonly CostRow[]
  readonly allocated: AllocatedBill
  /** Of the export. */
  readonly rowCount: number
  /** Rows whose cost, of those two the one that is reported, cannot be read, and is in no sum. */
  readonly unreadable: number
  readonly mendedValues: Speller['mended']
  /** Other currencies in the files, with how many rows: they are in no figure. */
  readonly otherCurrencies: ReadonlyMap<string, number>
}

export interface PeriodBillRules extends Catalogue {
  readonly schema: TagSchema
  readonly sharedPools: readonly SharedPool[]
  readonly bill: BillConfig
  /** What pods request in the period, where something besides the bill says so. */
  readonly pods?: readonly PodRequests[]
  /** Whether the bill goes on after the period: then it is over, whatever its last days have. */
  readonly isOver?: boolean
}

/** What `costRowsQuery` answered, as a bill. Without a period, whole days from the first to the last that is there. */
export function periodBill(
  groups: readonly ChargeGroup[],
  period: Period | undefined,
  currency: string | undefined,
  rules: PeriodBillRules,
): PeriodBill {
  const rowsBy = currenciesOf(groups)
  const one = currencyOf(groups, currency)
  const mine = groups.filter(({ by }) => (by.currency ?? NO_CURRENCY) === one)
  const { spell, mended } = speller(rules.schema, rules)
  const { cost } = rules.bill
  const rows = costRows(mine, cost, spell)
  const isApart = apartBy(rules.bill)
  const others = new Map(rowsBy)
  others.delete(one)
  const days = period ?? daysOf(rows)
  const soFar = rules.isOver ? days : daysSoFar(rows, days)
  return {
    period: days,
    soFar,
    currency: one,
    cost,
    total: sum(rows.map(({ amount }) => amount)),
    exact: totalOf(mine.map((group) => group[cost])),
    rows,
    allocated: allocateBill(rows, { ...rules, isApart, months: monthsIn(soFar) }),
    rowCount: mine.reduce((count, group) => count + group.rows, 0),
    unreadable: mine.reduce((count, group) => count + group.unreadable[cost], 0),
    mendedValues: mended,
    otherCurrencies: others,
  }
}

const BY_CATEGORY: Readonly<Partial<Record<ChargeCategory, ApartCharge>>> = {
  Tax: 'tax',
  Credit: 'credit',
  Refund: 'refund',
  Support: 'support',
}

/**
 * Whether a charge is kept apart, and carried by nobody. What a commitment leaves unused is a cost of its own where what
 * was paid ahead is spread; else it is in the payment.
 */
export function apartBy({ apart, cost }: BillConfig): (row: CostRow) => boolean {
  return ({ category, isUnused }) => {
    const kind = isUnused && cost === 'effective' ? 'unused-commitment' : BY_CATEGORY[category]
    return kind !== undefined && apart.has(kind)
  }
}

function daysOf(rows: readonly CostRow[]): Period {
  const days = rows.flatMap(({ day }) => (isDay(day) ? day : [])).sort()
  const [first] = days
  const last = days.at(-1)
  if (first === undefined || last === undefined)
    throw new ConfigurationError('no charge of the bill has a day. expected days such as 2026-10-31')
  return { from: first, until: daysAfter(last, 1) }
}

/** Up to its latest use of anything: a tax or a purchase may be dated ahead. */
function daysSoFar(rows: readonly CostRow[], period: Period): Period {
  if (forecast(rows, period) === undefined) return period
  const used = rows.flatMap(({ day, category }) => (category === 'Usage' && isDay(day) ? day : [])).sort()
  const last = used.at(-1)
  return last === undefined ? period : { from: period.from, until: daysAfter(last, 1) }
}

const MONTH = /^(\d{4})-(0[1-9]|1[0-2])$/
const QUARTER = /^(\d{4})-Q([1-4])$/

/** `2026-10`, `2026-Q4` or `2026-10-01..2026-10-15`, the last day included. Undefined where it is none of them. */
export function readPeriod(text: string): Period | undefined {
  const month = MONTH.exec(text)
  if (month) return months(Number(month[1]), Number(month[2]), 1)
  const quarter = QUARTER.exec(text)
  if (quarter) return months(Number(quarter[1]), Number(quarter[2]) * 3 - 2, 3)
  const [from, last, ...rest] = text.split('..')
  if (!isDay(from) || !isDay(last) || rest.length > 0 || from > last) return undefined
  return { from, until: daysAfter(last, 1) }
}

function months(year: number, month: number, count: number): Period {
  const first = (at: number) => new Date(Date.UTC(year, at, 1)).toISOString().slice(0, 10)
  return { from: first(month - 1), until: first(month - 1 + count) }
}

/** As long as the period, and right before it: months before months. */
export function periodBefore({ from, until }: Period): Period {
  if (!from.endsWith('-01') || !until.endsWith('-01'))
    return { from: daysAfter(from, -daysBetween(from, until)), until: from }
  const [year, month] = from.split('-').map(Number) as [number, number]
  const [endYear, endMonth] = until.split('-').map(Number) as [number, number]
  const count = (endYear - year) * 12 + endMonth - month
  return months(year, month - count, count)
}

/** How many months of the calendar it is; undefined where it is not whole ones. */
export function wholeMonths({ from, until }: Period): number | undefined {
  if (!from.endsWith('-01') || !until.endsWith('-01')) return undefined
  const [year, month] = from.split('-').map(Number) as [number, number]
  const [endYear, endMonth] = until.split('-').map(Number) as [number, number]
  return (endYear - year) * 12 + endMonth - month
}

/** How many months of the calendar it is; a day of October counts as a 31st. */
export const monthsIn = ({ from, until }: Period): number => monthsUntil(until) - monthsUntil(from)

function monthsUntil(day: string): number {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  return year * 12 + month + (date - 1) / new Date(Date.UTC(year, month, 0)).getUTCDate()
}
