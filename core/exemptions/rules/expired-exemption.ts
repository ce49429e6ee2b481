import { quote } from '../../config/wording.ts'
import { isDay } from '../../domain/days.ts'
import { isPast } from '../ignore-comment.ts'
import type { ExemptionCheck } from './exemption-check.ts'

export const expiredExemption: ExemptionCheck = {
  id: 'expired-exemption',
  severity: 'warning',
  summary: 'An exemption ends on the day that was agreed on.',
  check: ({ rule, until }, today) => {
    if (until === undefined) return undefined
    if (!isDay(until))
      return `${quote(until)} is no day, so this exemption from ${rule} exempts nothing. expected e.g. until=2027-03-31`
    if (!isPast(until, today)) return undefined
    return `this exemption from ${rule} ended on ${until}. mend what it is about, or agree on another day`
  },
}
