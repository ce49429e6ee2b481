import type { TagSchema } from '../config/tag-schema.ts'
import { boundColumns, type TagBindings } from './bind-tags.ts'
import type { ChargesView } from './charge-columns.ts'
import type { Columns } from './columns.ts'
import { MISSING } from './expression.ts'
import type { BillFormat } from './formats/format.ts'

/** The view over an export whose format is known, and whose tag keys have been looked at. */
export function chargesView(
  format: BillFormat,
  columns: Columns,
  bindings: TagBindings,
  schema: TagSchema,
): ChargesView {
  return {
    columns: { ...format.columns(columns), ...boundColumns(bindings, schema) },
    amounts: format.amounts(columns),
    leftOut: format.leftOut?.(columns) ?? MISSING,
  }
}
