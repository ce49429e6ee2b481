import type { SharedPool } from '../config/shared-pools.ts'
import type { TagSchema } from '../config/tag-schema.ts'
import { answerOf, boundColumns, type TagBindings } from './bind-tags.ts'
import type { ChargesView } from './charge-columns.ts'
import type { Columns } from './columns.ts'
import type { BillFormat } from './formats/format.ts'
import { poolsColumn } from './pool-charges.ts'

export interface ChargesViewRules {
  readonly schema: TagSchema
  readonly sharedPools: readonly SharedPool[]
}

/** The view over an export whose format is known, and whose tag keys have been looked at. */
export function chargesView(
  format: BillFormat,
  columns: Columns,
  bindings: TagBindings,
  { schema, sharedPools }: ChargesViewRules,
): ChargesView {
  const own = format.columns(columns)
  const bound = boundColumns(bindings, schema)
  const tag = (key: string) => answerOf(key, bindings)
  return {
    columns: { ...own, ...bound, pools: poolsColumn(sharedPools, schema, own, tag) },
    amounts: format.amounts(columns),
  }
}
