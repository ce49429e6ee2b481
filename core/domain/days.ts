const DAY = 86_400_000

const timeOf = (day: string): number => Date.parse(`${day}T00:00:00Z`)

/** Whether a text is a day as ISO 8601 writes it: `2027-02-28`, and not `2027-02-31`. */
export function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const time = timeOf(text)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
}

/** So many days later, of the calendar; an odd text stays as it is. */
export function daysAfter(day: string, days: number): string {
  const time = timeOf(day)
  return Number.isNaN(time) ? day : new Date(time + days * DAY).toISOString().slice(0, 10)
}

/** Whole days from the first up to and without the other; negative where that is the earlier. */
export const daysBetween = (from: string, until: string): number =>
  Math.round((timeOf(until) - timeOf(from)) / DAY)
