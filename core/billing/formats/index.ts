import type { Columns } from '../columns.ts'
import { focus } from './focus.ts'
import type { BillFormat } from './format.ts'

export const BILL_FORMATS: readonly BillFormat[] = [focus]

/** The format that an export's columns tell; undefined where no format has them. */
export function formatOf(columns: Columns): BillFormat | undefined {
  return BILL_FORMATS.find(({ knownBy }) => knownBy.every((name) => columns.has(name)))
}
