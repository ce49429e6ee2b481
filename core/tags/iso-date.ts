const CALENDAR = /^(\d{4})(-?)(\d{2})\2(\d{2})(?:[Tt ](.+))?$/
const TIME = /^([01]\d|2[0-4])(?::?([0-5]\d)(?::?([0-5]\d|60)([.,]\d{1,9})?)?)?([Zz]|[+-]\d{2}(?::?\d{2})?)?$/
/** As labels can spell it. */
const LABELLED_TIME = /^([01]\d|2[0-4])([_-][0-5]\d){1,2}[Zz]$/

/**
 * Whether a text is a day that exists, with or without a time, in ISO 8601's extended or basic form. The basic one
 * (`20261231t000000z`) is what fits into a Google label, and so is `2026-12-31t00_00_00z`.
 */
export function isIsoDate(text: string): boolean {
  if (text.length > 40) return false
  const [, year, , month, day, time] = CALENDAR.exec(text) ?? []
  if (year === undefined) return false
  if (time !== undefined && !TIME.test(time) && !LABELLED_TIME.test(time)) return false
  return Number(day) >= 1 && Number(day) <= daysIn(Number(year), Number(month))
}

/** The day of such a text, `2026-12-31`; undefined where it is none. */
export function dayOf(text: string): string | undefined {
  if (!isIsoDate(text)) return undefined
  const [, year, , month, day] = CALENDAR.exec(text)!
  return `${year}-${month}-${day}`
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return [31, 0, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0
}
