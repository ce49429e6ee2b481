import { add, type Usd, ZERO } from '../../domain/money.ts'
import type { BillAllocation } from '../allocate-bill.ts'
import type { PeriodBill } from '../period-bill.ts'
import type { DashboardPeriod } from './dashboard.ts'

export interface TimelinePeriod extends DashboardPeriod {
  readonly byTeam: ReadonlyMap<string, Usd>
}

/** Oldest first; the last is the period itself. */
export function timelineOf(bill: PeriodBill, earlier: readonly PeriodBill[]): readonly TimelinePeriod[] {
  return [...earlier].reverse().concat(bill).map(periodOf)
}

function periodOf({ period, total, rows, allocated }: PeriodBill): TimelinePeriod {
  const first = rows.reduce<string | undefined>(
    (found, { day }) => (day !== undefined && (found === undefined || day < found) ? day : found),
    undefined,
  )
  const byTeam = new Map<string, Usd>()
  for (const allocation of allocated.allocations) {
    const team = teamOf(allocation)
    if (team !== undefined) byTeam.set(team, add(byTeam.get(team) ?? ZERO, allocation.amount))
  }
  return {
    period,
    total,
    startsLate: first !== undefined && first > period.from ? first : undefined,
    byTeam,
  }
}

/** Who carries it; nobody's tags are asked of what is apart. */
export const teamOf = ({ owner, kind }: BillAllocation): string | undefined =>
  kind === 'apart' || kind === 'unallocated' ? undefined : owner.team
