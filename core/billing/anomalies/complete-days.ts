import { ConfigurationError } from '../../domain/configuration-error.ts'
import { daysAfter } from '../../domain/days.ts'
import type { IncompleteDay } from './anomaly.ts'
import type { BilledDay, DailyBill } from './daily-bill.ts'
import { median } from './statistics.ts'

/** Charges come in for up to so many days. A day further back is what it is. */
const DAYS_THAT_GROW = 3
const WEEKS = 6
/** Less than this part of what is usual on such a weekday: charges are still to come. */
const WHOLE_ROWS = 0.7
const WHOLE_AMOUNT = 0.5

export interface CompleteDays {
  readonly asOf: string
  readonly incomplete: readonly IncompleteDay[]
}

/**
 * The last day whose charges are all there: today's are not, and neither are those of a day at the end that has far fewer
 * charges, or costs far less, than such a weekday has had.
 */
export function completeDays({ days }: DailyBill, today: string | undefined): CompleteDays {
  const incomplete: IncompleteDay[] = []
  for (const [day, billed] of [...days].reverse()) {
    const because =
      today !== undefined && day >= today
        ? 'it is not over'
        : incomplete.length < DAYS_THAT_GROW
          ? stillGrowing(day, billed, days)
          : undefined
    if (because === undefined) return { asOf: day, incomplete: incomplete.reverse() }
    incomplete.push({ day, because })
  }
  throw new ConfigurationError('the bill has no day whose charges are all there')
}

function stillGrowing(day: string, billed: BilledDay, days: DailyBill['days']): string | undefined {
  const usual = usualDays(day, days)
  if (usual.length < 2) return undefined
  const rows = billed.rows / median(usual.map((each) => each.rows))
  if (rows < WHOLE_ROWS) return `it has ${percent(rows)} of the charges that such a day has`
  const amount = median(usual.map((each) => each.amount))
  const part = amount > 0 ? billed.amount / amount : 1
  return part < WHOLE_AMOUNT ? `it comes to ${percent(part)} of what such a day costs` : undefined
}

/** The same weekdays of the weeks before; where there are not two, the week before. */
function usualDays(day: string, days: DailyBill['days']): readonly BilledDay[] {
  const back = (count: number, step: number) =>
    Array.from({ length: count }, (_, at) => days.get(daysAfter(day, -step * (at + 1)))).filter(
      (each) => each !== undefined,
    )
  const same = back(WEEKS, 7)
  return same.length >= 2 ? same : back(7, 1)
}

const percent = (part: number): string => `${Math.round(part * 100)} %`
