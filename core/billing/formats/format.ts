import type { AmountColumn, BillColumn } from '../charge-columns.ts'
import type { Columns } from '../columns.ts'
import type { AmountExpression, Expression, TagContainer } from '../expression.ts'

/** One kind of billing export: by which columns it is known, and what each column of the view is made of. */
export interface BillFormat {
  readonly id: string
  readonly title: string
  /** Columns, lower-case, that only this format has all of. */
  readonly knownBy: readonly string[]
  /** Where its tags lie. */
  tags(columns: Columns): readonly TagContainer[]
  /** What the export puts before the keys that its users chose, e.g. `user:`. */
  readonly keyPrefixes: readonly string[]
  columns(columns: Columns): Readonly<Record<BillColumn, Expression>>
  amounts(columns: Columns): Readonly<Record<AmountColumn, AmountExpression>>
  /** Rows that count twice are those where this is not missing. */
  leftOut?(columns: Columns): Expression
  /** What a reader of its figures is to know, e.g. that it has one cost only. */
  notes?(columns: Columns): readonly string[]
}
