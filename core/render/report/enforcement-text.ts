import type { NotEnforced } from '../../domain/acceptance.ts'
import type { EnforcementNotice } from '../../review/settled.ts'
import { counted } from '../text/counted.ts'

const MODES: Readonly<Record<NotEnforced['mode'], string>> = {
  showback: 'Showback',
  warn: 'Warnings only',
}

/** `Warnings only (path: legacy/**): findings fail nothing, enforced from 2027-01-15: 12 days left` */
export function enforcementText(notice: EnforcementNotice): string {
  const place = notice.where === undefined ? '' : ` (${notice.where})`
  const planned = plannedText(notice)
  return `${MODES[notice.mode]}${place}: findings fail nothing${planned === undefined ? '' : `, ${planned}`}`
}

/** `enforced from 2027-01-15: 12 days left`; undefined where no day is planned. */
export function plannedText({ from, daysLeft }: NotEnforced): string | undefined {
  if (from === undefined) return undefined
  return `enforced from ${from}${daysLeft === undefined ? '' : `: ${counted(daysLeft, 'day')} left`}`
}
