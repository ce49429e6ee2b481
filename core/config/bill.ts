import type { AscribeYml } from './ascribe-yml.ts'

/** How a bill is read. */
export interface BillConfig {
  /** `billed` adds up to the invoice; `effective` spreads what was paid ahead. */
  readonly cost: BillCost
  /** Kinds of charges that are shown apart, and are not charged to whom their tags name. */
  readonly apart: ReadonlySet<ApartCharge>
}

export const BILL_COSTS = ['billed', 'effective'] as const
export type BillCost = (typeof BILL_COSTS)[number]

export const APART_CHARGES = ['tax', 'credit', 'refund', 'support', 'unused-commitment'] as const
export type ApartCharge = (typeof APART_CHARGES)[number]

export const DEFAULT_BILL: BillConfig = { cost: 'effective', apart: new Set(APART_CHARGES) }

export function readBillConfig({ bill = {} }: AscribeYml): BillConfig {
  return {
    cost: bill.cost ?? DEFAULT_BILL.cost,
    apart: bill.apart ? new Set(bill.apart) : DEFAULT_BILL.apart,
  }
}
