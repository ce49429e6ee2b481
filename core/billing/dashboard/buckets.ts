import { daysAfter, daysBetween } from '../../domain/days.ts'
import type { Period } from '../cost-rows.ts'

/** The columns of a chart over a period. */
export interface Buckets {
  /** The first day of each; empty for charges that name no day. */
  readonly labels: readonly string[]
  readonly isByWeek: boolean
  at(day: string | undefined): number
}

/** Longer periods are shown by week. */
const MOST_DAYS = 62
const WEEK = 7

export function bucketsOf({ from, until }: Period, hasUndated: boolean): Buckets {
  const days = Math.max(1, daysBetween(from, until))
  const length = days > MOST_DAYS ? WEEK : 1
  const count = Math.ceil(days / length)
  const labels = Array.from({ length: count }, (_, at) => daysAfter(from, at * length))
  return {
    isByWeek: length === WEEK,
    labels: hasUndated ? [...labels, ''] : labels,
    at: (day) => {
      const bucket = day === undefined ? -1 : Math.floor(daysBetween(from, day) / length)
      return bucket >= 0 && bucket < count ? bucket : hasUndated ? count : count - 1
    },
  }
}
