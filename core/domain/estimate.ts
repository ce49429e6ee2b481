import type { Usd } from './money.ts'

/**
 * One cost line, in FOCUS words and the currency that prices are in. An estimate is a list cost: `listUnitPrice` ×
 * `pricingQuantity`.
 */
export interface Charge {
  /** e.g. `Instance (p4d.24xlarge, on-demand)` */
  readonly description: string
  /** e.g. `Amazon Elastic Compute Cloud` */
  readonly serviceName: string
  readonly skuId: string
  readonly regionId: string
  /** FOCUS unit format: `Hours`, `GB-Months`, `1000 Requests`. */
  readonly pricingUnit: string
  /** Units a month. */
  readonly pricingQuantity: number
  /** For one unit. */
  readonly listUnitPrice: number
  /** A month, rounded once. */
  readonly listCost: Usd
  /** There only where `ascribe.yml` states a discount: what is paid. */
  readonly contracted?: ContractedPrice
  readonly basis: Basis
  /** Who published the price, and when. */
  readonly source: string
  readonly sourceDate: string
  /** The node pool that this is a part of: counted here, and taken off there. */
  readonly pool?: { readonly project: string; readonly address: string }
}

/** A list price less a discount, as FOCUS's contracted unit price and contracted cost. */
export interface ContractedPrice {
  readonly unitPrice: number
  /** A month, rounded once. */
  readonly cost: Usd
  readonly percent: number
  readonly note: string | undefined
}

/** What a charge counts for: what is paid where a discount is stated, else the list cost. */
export function costOfCharge({ contracted, listCost }: Charge): Usd {
  return contracted ? contracted.cost : listCost
}

/** How near the price is to the thing. Only `exact` needs no mark. */
export type Basis =
  | { readonly kind: 'exact' }
  /** Another SKU of the same family stands in, by a named rule. */
  | { readonly kind: 'equivalent'; readonly skuId: string; readonly rule: string }
  /** The same SKU's price in another region stands in. */
  | { readonly kind: 'reference-region'; readonly regionId: string }

/** A part of a priced resource that has no figure, and why. Never counted as $0 in silence. */
export interface Omission {
  readonly description: string
  readonly kind: 'usageBased' | 'unpriced' | 'unknown'
  readonly because: string
  /** A part that the resource is there for, not something beside it: without it the figure is only half of the cost. */
  readonly isMain?: true
}

/** What a usage file may say of a resource: how much of it is used a month. */
export interface UsageKey {
  /** e.g. `monthly_requests`; a dot leads into a nested mapping: `standard.storage_gb`. */
  readonly key: string
  /** What a 1 is, e.g. `requests`, `GB`. */
  readonly unit: string
}

/** What a resource may cost a month as autoscaling moves it; what its charges add up to is how it stands now. */
export interface CostRange {
  readonly low: Usd
  readonly high: Usd | 'unbounded'
}

/** What a resource costs a month, for one instance. */
export type Estimate =
  | {
      readonly kind: 'priced'
      readonly charges: readonly Charge[]
      readonly assumptions: readonly string[]
      readonly omissions: readonly Omission[]
      /** There only where autoscaling may move the figure. */
      readonly range?: CostRange
      /** What a usage file may say of it. */
      readonly usageKeys?: readonly UsageKey[]
    }
  /** Costs only what it is used for, and no usage is stated. */
  | {
      readonly kind: 'usageBased'
      readonly assumptions: readonly string[]
      readonly because: string
      /** What a usage file may say of it. */
      readonly usageKeys?: readonly UsageKey[]
    }
  /** Known to cost nothing itself. */
  | { readonly kind: 'free' }
  /** It may cost something; we have no pricer or no price for it. */
  | { readonly kind: 'unpriced'; readonly because: string }
  /** We have the price, but not what it depends on. */
  | { readonly kind: 'unknown'; readonly because: string }
