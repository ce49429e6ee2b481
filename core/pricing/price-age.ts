const OLD_AFTER_DAYS = 90
const DAY = 86_400_000

/**
 * One line for a price book that is older than 90 days; undefined for a younger one. Core knows no clock: whoever asks
 * says which day it is (`2027-03-01`).
 */
export function ageWarning(bookDate: string, today: string): string | undefined {
  const days = Math.floor((Date.parse(today) - Date.parse(bookDate)) / DAY)
  if (!(days > OLD_AFTER_DAYS)) return undefined
  return `the prices are of ${bookDate}, ${days} days old: take a newer Ascribe, or refresh them (ascribe prices refresh)`
}
