import { subtract, sum, type Usd, ZERO } from '../../domain/money.ts'
import { groupBy } from '../group-by.ts'
import type { Part } from './anomaly.ts'
import type { DailyRow } from './daily-bill.ts'
import { median } from './statistics.ts'

const MOST_PARTS = 3

/**
 * What of the difference each phase and service makes: its cost of the day without the median of the days compared with.
 * Medians of parts do not add up to that of the whole, and neither do these.
 */
export function splitExcess(
  rows: readonly DailyRow[],
  day: string,
  comparedWith: readonly string[],
): readonly Part[] {
  const compared = new Set(comparedWith)
  const near = rows.filter((row) => row.day === day || compared.has(row.day))
  const parts = groupBy(near, ({ owner, service }) => JSON.stringify([owner.phase ?? '', service ?? '']))
  return largest(
    [...parts.values()].map((of) => ({
      phase: of[0]!.owner.phase,
      service: of[0]!.service,
      excess: excessOf(of, day, comparedWith),
    })),
  )
}

/** The cost of the day without the median of the others; a day without rows cost nothing. */
export function excessOf(
  rows: readonly { readonly day: string; readonly amount: Usd }[],
  day: string,
  comparedWith: readonly string[],
): Usd {
  const byDay = groupBy(rows, (row) => row.day)
  const costOn = (each: string): Usd => sum((byDay.get(each) ?? []).map(({ amount }) => amount))
  return subtract(costOn(day), Math.round(median(comparedWith.map(costOn))) as Usd)
}

/** The three that move most, those of no difference left out. */
export function largest<T extends { readonly excess: Usd }>(parts: readonly T[]): readonly T[] {
  return parts
    .filter(({ excess }) => excess !== ZERO)
    .sort((a, b) => Math.abs(b.excess) - Math.abs(a.excess))
    .slice(0, MOST_PARTS)
}
