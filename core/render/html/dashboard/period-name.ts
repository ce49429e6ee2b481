import { MONTHS } from '../../../domain/month-names.ts'

/** `October 2026`, `July to September 2026`, or `2026-10-01 until 2026-10-16`, the last day not included. */
export function periodName({ from, until }: { readonly from: string; readonly until: string }): string {
  const days = `${from} until ${until}`
  if (!from.endsWith('-01') || !until.endsWith('-01')) return days
  const [year, month] = from.split('-').map(Number) as [number, number]
  const [endYear, endMonth] = until.split('-').map(Number) as [number, number]
  const count = (endYear - year) * 12 + endMonth - month
  const first = MONTHS[month - 1]
  const last = MONTHS[(endMonth + 10) % 12]
  if (count === 1) return `${first} ${year}`
  const lastYear = endMonth === 1 ? endYear - 1 : endYear
  return count > 1 && lastYear === year ? `${first} to ${last} ${year}` : days
}
