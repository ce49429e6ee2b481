import { ageWarning } from '../core/index.ts'
import type { Terminal } from './terminal.ts'
import { today } from './today.ts'

/** One line on the error output where prices are old. */
export function warnOfOldPrices(bookDate: string, terminal: Terminal): void {
  const warning = ageWarning(bookDate, today())
  if (warning !== undefined) terminal.warn(`ascribe: ${warning}\n`)
}
