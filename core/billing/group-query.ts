import type { ChargeColumn, Cost } from './charge-columns.ts'
import type { Decimal } from './decimal.ts'

/** A plain `SELECT …, SUM(…) FROM charges GROUP BY …`. */
export interface GroupQuery {
  readonly by: readonly ChargeColumn[]
  readonly where: readonly Condition[]
  /** The dearest groups by this cost, largest first, ties by the columns; undefined: all, in no order. */
  readonly top: { readonly cost: Cost; readonly groups: number } | undefined
}

export type Condition =
  /** From the first day up to and without the other. */
  | { readonly kind: 'days'; readonly from: string; readonly until: string }
  | { readonly kind: 'is'; readonly column: ChargeColumn; readonly values: readonly string[] }
  | { readonly kind: 'missing'; readonly column: ChargeColumn }
  | { readonly kind: 'present'; readonly column: ChargeColumn }
  /** Some of these is missing. */
  | { readonly kind: 'anyMissing'; readonly columns: readonly ChargeColumn[] }

/** What several charges that agree in `by` come to. */
export interface ChargeGroup {
  readonly by: Readonly<Partial<Record<ChargeColumn, string>>>
  readonly billed: Decimal
  readonly effective: Decimal
  readonly quantity: Decimal
  readonly rows: number
  /** Rows whose cost is no number, and in no sum. */
  readonly unreadable: Readonly<Record<Cost, number>>
  readonly firstDay: string | undefined
  readonly lastDay: string | undefined
}
