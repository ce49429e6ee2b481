import type { StatedCurrency } from '../config/prices.ts'

const OLD_AFTER_DAYS = 90
const DAY = 86_400_000

/**
 * One line for a price book that is older than 90 days; undefined for a younger one. Core knows no clock: whoever asks
 * says which day it is (`2027-03-01`).
 */
export function ageWarning(bookDate: string, today: string): string | undefined {
  const days = oldDays(bookDate, today)
  if (days === undefined) return undefined
  return `the prices are of ${bookDate}, ${days} days old: take a newer Ascribe, or refresh them (ascribe prices refresh)`
}

/** The same of an exchange rate that `ascribe.yml` states with its day. */
export function rateAgeWarning({ code, rateDate }: StatedCurrency, today: string): string | undefined {
  const days = rateDate === undefined ? undefined : oldDays(rateDate, today)
  if (days === undefined) return undefined
  return `the rate of ${code} is of ${rateDate}, ${days} days old: state a newer one, with its rate-date`
}

/** How many days ago it was; undefined where that is not long. */
function oldDays(date: string, today: string): number | undefined {
  const days = Math.floor((Date.parse(today) - Date.parse(date)) / DAY)
  return days > OLD_AFTER_DAYS ? days : undefined
}
