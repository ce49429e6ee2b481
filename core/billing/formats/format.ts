import type { AmountColumn, BillColumn } from '../charge-columns.ts'
import type { Columns } from '../columns.ts'
import type { AmountExpression, Expression, TagContainer } from '../expression.ts'

/** One kind of billing export: by which columns it is known, and what each column of the view is made of. */
export interface BillFormat {
  readonly id: string
  readonly title: string
  /** Columns, lower-case, that only this format has all of; several sets where it is written in several ways. */
  readonly knownBy: readonly (readonly string[])[]
  /** Where its tags lie: first those of the resource, then what it inherits. */
  tags(columns: Columns): readonly TagContainer[]
  /** What the export puts before the keys that its users chose, e.g. `user:`. */
  readonly keyPrefixes: readonly string[]
  columns(columns: Columns): Readonly<Record<BillColumn, Expression>>
  amounts(columns: Columns): Readonly<Record<AmountColumn, AmountExpression>>
  /** What a reader of its figures is to know, e.g. that it has one cost only. */
  notes?(columns: Columns): readonly string[]
}
