import { daysBetween } from '../../domain/days.ts'
import { sum, type Usd } from '../../domain/money.ts'
import type { CostRow, Period } from '../cost-rows.ts'
import { groupBy } from '../group-by.ts'

/** What the period will come to if its last days are like those that were. */
export interface Forecast {
  /** The last day whose charges are all there. */
  readonly lastDay: string
  readonly daysLeft: number
  readonly total: Usd
}

/** Charges of the latest day still come in: it is left out of what an ordinary day costs. */
const USUAL_DAYS = 7

/**
 * What is billed so far, and the mean of the last seven whole days for each day that is left. What is billed once, such as
 * a tax or a purchase, is not taken to come again.
 */
export function forecast(
  rows: readonly Pick<CostRow, 'day' | 'category' | 'amount'>[],
  period: Period,
): Forecast | undefined {
  const days = [...groupBy(rows, ({ day }) => day)]
    .flatMap(([day, of]) => (day === undefined ? [] : [{ day, of }]))
    .sort((a, b) => (a.day < b.day ? -1 : 1))
  const last = days.at(-2)
  const latest = days.at(-1)
  if (!last || !latest) return undefined
  const daysLeft = daysBetween(latest.day, period.until) - 1
  if (daysLeft <= 0) return undefined
  const usual = days.slice(0, -1).slice(-USUAL_DAYS)
  const mean = sum(usual.map(({ of }) => usageOf(of))) / usual.length
  const soFar = sum(rows.map(({ amount }) => amount))
  // The latest day counts as an ordinary one where less of it is there.
  const missing = Math.max(0, mean - usageOf(latest.of))
  return {
    lastDay: last.day,
    daysLeft,
    total: Math.round(soFar + missing + mean * daysLeft) as Usd,
  }
}

const usageOf = (rows: readonly Pick<CostRow, 'category' | 'amount'>[]): Usd =>
  sum(rows.filter(({ category }) => category === 'Usage').map(({ amount }) => amount))
