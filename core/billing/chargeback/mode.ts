import type { BillConfig } from '../../config/bill.ts'
import { daysBetween } from '../../domain/days.ts'
import type { Period } from '../cost-rows.ts'
import type { ChargebackMode } from './record.ts'

/** Teams see their costs this long before they are charged. */
const DAYS_OF_SHOWBACK = 60

/** A period that began before the first day of chargeback is shown, not charged. */
export const modeOf = ({ from }: Period, { chargebackFrom }: BillConfig): ChargebackMode =>
  chargebackFrom !== undefined && from >= chargebackFrom ? 'chargeback' : 'showback'

/** What to know of the step from the one to the other. */
export function modeNotes(
  { from, until }: Period,
  { chargebackFrom }: BillConfig,
  firstShowback: string | undefined,
): readonly string[] {
  if (chargebackFrom === undefined) return []
  const notes: string[] = []
  if (from < chargebackFrom && chargebackFrom < until)
    notes.push(
      `chargeback begins on ${chargebackFrom}, within the period: all of the period is showback. expected the first day of a period`,
    )
  if (firstShowback === undefined) return notes
  const days = daysBetween(firstShowback, chargebackFrom)
  if (days < DAYS_OF_SHOWBACK)
    notes.push(
      `chargeback begins on ${chargebackFrom}, ${days < 0 ? 'before' : `${days} ${days === 1 ? 'day' : 'days'} after`} the first showback of ${firstShowback}. expected at least ${DAYS_OF_SHOWBACK} days in which teams see their costs first`,
    )
  return notes
}
