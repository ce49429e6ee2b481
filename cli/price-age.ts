import { ageWarning } from '../core/index.ts'
import type { Terminal } from './terminal.ts'

/** One line on the error output where prices are old. SOURCE_DATE_EPOCH says which day it is, where it is set. */
export function warnOfOldPrices(bookDate: string, terminal: Terminal): void {
  const epoch = process.env.SOURCE_DATE_EPOCH
  const now = epoch !== undefined && /^\d+$/.test(epoch) ? new Date(Number(epoch) * 1_000) : new Date()
  const warning = ageWarning(bookDate, now.toISOString().slice(0, 10))
  if (warning !== undefined) terminal.warn(`ascribe: ${warning}\n`)
}
