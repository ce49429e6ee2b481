import { DIMENSIONS } from '../domain/owner.ts'
import type { AmountExpression, Expression } from './expression.ts'

/** What every bill says of a charge, in FOCUS's words where it has one. Days are UTC, `2026-10-31`. */
const BILL_COLUMNS = [
  'day',
  'provider',
  'account',
  'service',
  'region',
  'resource',
  /** Of the resource, where the bill has one. */
  'resourceName',
  /** `Usage`, `Purchase`, `Tax`, `Credit`, `Adjustment`; `Refund` and `Support` beside FOCUS's own. */
  'category',
  /** `Used` or `Unused` where a commitment discount is concerned. */
  'commitment',
  'currency',
  'unit',
] as const
export type BillColumn = (typeof BILL_COLUMNS)[number]

/** Columns that a plain `GROUP BY` may name: what the bill says, whose money it is, and which pools ask for its resource. */
export const CHARGE_COLUMNS = [...BILL_COLUMNS, ...DIMENSIONS, 'expires', 'pools'] as const
export type ChargeColumn = (typeof CHARGE_COLUMNS)[number]

/** `billed` adds up to the invoice; `effective` spreads what was paid ahead over what uses it. */
export const COSTS = ['billed', 'effective'] as const
export type Cost = (typeof COSTS)[number]
export const AMOUNT_COLUMNS = [...COSTS, 'quantity'] as const
export type AmountColumn = (typeof AMOUNT_COLUMNS)[number]

/** One view over an export: each row a charge, each column by its expression. */
export interface ChargesView {
  readonly columns: Readonly<Record<ChargeColumn, Expression>>
  readonly amounts: Readonly<Record<AmountColumn, AmountExpression>>
}
