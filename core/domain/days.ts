const DAY = 86_400_000

const timeOf = (day: string): number => Date.parse(`${day}T00:00:00Z`)

/** So many days later, of the calendar; an odd text stays as it is. */
export function daysAfter(day: string, days: number): string {
  const time = timeOf(day)
  return Number.isNaN(time) ? day : new Date(time + days * DAY).toISOString().slice(0, 10)
}

/** Whole days from the first up to and without the other; negative where that is the earlier. */
export const daysBetween = (from: string, until: string): number =>
  Math.round((timeOf(until) - timeOf(from)) / DAY)

/** A day as ISO 8601 writes it, of the calendar: `Date` takes 29 February for 1 March where there is none. */
export const isDay = (text: string | undefined): text is string =>
  text !== undefined &&
  /^\d{4}-\d{2}-\d{2}$/.test(text) &&
  daysAfter(text, 0) === text &&
  !Number.isNaN(timeOf(text))
