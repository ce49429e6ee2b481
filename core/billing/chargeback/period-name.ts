import { daysAfter } from '../../domain/days.ts'
import type { Period } from '../cost-rows.ts'
import { wholeMonths } from '../period-bill.ts'

/** As `readPeriod` reads it: `2026-10`, `2026-Q4`, else its first and last day. */
export function periodName(period: Period): string {
  const { from, until } = period
  const months = wholeMonths(period)
  const month = Number(from.slice(5, 7))
  if (months === 1) return from.slice(0, 7)
  if (months === 3 && month % 3 === 1) return `${from.slice(0, 4)}-Q${(month + 2) / 3}`
  return `${from}..${daysAfter(until, -1)}`
}
