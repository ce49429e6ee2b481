import { daysAfter } from '../../domain/days.ts'
import type { Usd } from '../../domain/money.ts'

/** What one model or team cost on each day of a bill. */
export interface CostHistory {
  /** Nothing is known before it. */
  readonly firstSeen: string
  /** A day without charges cost nothing; undefined before the first, and where the whole bill has no such day. */
  costOn(day: string): Usd | undefined
}

/** A cost, and the day that it is of. */
export interface DayCost {
  readonly day: string
  readonly cost: Usd
}

/** The days before, the latest first, as far as they are known. */
export function daysBefore(
  history: CostHistory,
  day: string,
  count: number,
  step: 1 | 7 = 1,
): readonly DayCost[] {
  const found: DayCost[] = []
  for (let at = 1; at <= count; at++) {
    const earlier = daysAfter(day, -at * step)
    const cost = history.costOn(earlier)
    if (cost !== undefined) found.push({ day: earlier, cost })
  }
  return found
}
