import type { AscribeYml } from './ascribe-yml.ts'

/** How a bill is read. */
export interface BillConfig {
  /** `billed` adds up to the invoice; `effective` spreads what was paid ahead. */
  readonly cost: BillCost
  /** Kinds of charges that are shown apart, and are not charged to whom their tags name. */
  readonly apart: ReadonlySet<ApartCharge>
  /** Periods from this day on are charged; those before are shown. Undefined: all are shown. */
  readonly chargebackFrom: string | undefined
  /** The team that the bill comes to. */
  readonly platformTeam: string | undefined
  /** `s3://bucket/prefix/` → the team or model whose objects lie there. */
  readonly prefixes?: ReadonlyMap<string, string>
}

/** The phase whose costs predictions are counted for, as the presets spell it. */
export const SERVING_PHASE = 'inference'

export const BILL_COSTS = ['billed', 'effective'] as const
export type BillCost = (typeof BILL_COSTS)[number]

export const APART_CHARGES = ['tax', 'credit', 'refund', 'support', 'unused-commitment'] as const
export type ApartCharge = (typeof APART_CHARGES)[number]

export const DEFAULT_BILL: BillConfig = {
  cost: 'effective',
  apart: new Set(APART_CHARGES),
  chargebackFrom: undefined,
  platformTeam: undefined,
}

export function readBillConfig({ bill = {} }: AscribeYml): BillConfig {
  return {
    cost: bill.cost ?? DEFAULT_BILL.cost,
    apart: bill.apart ? new Set(bill.apart) : DEFAULT_BILL.apart,
    chargebackFrom: bill['chargeback-from'],
    platformTeam: bill['platform-team'],
    prefixes: new Map(Object.entries(bill.prefixes ?? {})),
  }
}
