import type { Columns } from '../columns.ts'
import { awsCur2 } from './aws-cur-2.ts'
import { awsCurLegacy } from './aws-cur-legacy.ts'
import { azureCostDetails } from './azure-cost-details.ts'
import { focus } from './focus.ts'
import type { BillFormat } from './format.ts'
import { gcpExport } from './gcp-export.ts'
import { opencost } from './opencost.ts'

/** The first that an export's columns are those of; the legacy CUR has what CUR 2.0 has but for its map of tags. */
export const BILL_FORMATS: readonly BillFormat[] = [
  focus,
  awsCur2,
  awsCurLegacy,
  gcpExport,
  azureCostDetails,
  opencost,
]

/** The format that an export's columns tell; undefined where no format has them. */
export function formatOf(columns: Columns): BillFormat | undefined {
  return BILL_FORMATS.find(({ knownBy }) => knownBy.some((names) => names.every((name) => columns.has(name))))
}
