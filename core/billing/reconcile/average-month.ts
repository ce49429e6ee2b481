import { daysAfter, daysBetween } from '../../domain/days.ts'
import type { Period } from '../cost-rows.ts'

/** Estimates are of a month of 730 hours: 8,760 / 12. */
export const MONTH_HOURS = 730

/** What a bill of a period is to be multiplied by to be of an average month, by the unit of the charge. */
export interface AverageMonth {
  factor(unit: string | undefined): number
}

/**
 * What runs all of October is billed for 744 hours, and so is what is counted by the day. What is billed by the month
 * comes to one of it in every month, however long.
 */
export function averageMonth(period: Period): AverageMonth {
  const byTheHour = MONTH_HOURS / (24 * daysBetween(period.from, period.until))
  let months = 0
  for (let day = period.from; day < period.until; day = daysAfter(day, 1)) months += 1 / daysInMonth(day)
  const byTheMonth = Math.abs(months - Math.round(months)) < 1e-9 ? 1 / Math.round(months) : 1 / months
  return { factor: (unit) => (isMonthly(unit) ? byTheMonth : byTheHour) }
}

/** `GB-Months`, `GB-Mo`, `Months` */
const isMonthly = (unit: string | undefined): boolean => /(?:^|[\s-])mo(?:nths?)?$/i.test(unit ?? '')

function daysInMonth(day: string): number {
  const [year, month] = day.split('-').map(Number) as [number, number]
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}
