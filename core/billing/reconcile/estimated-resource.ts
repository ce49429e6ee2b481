import type { UsageKey } from '../../domain/estimate.ts'
import type { Usd } from '../../domain/money.ts'
import type { BilledOwner } from '../cost-rows.ts'

/** A resource that has a cost of its own, as it is estimated. */
export interface EstimatedResource {
  readonly project: string
  readonly address: string
  readonly type: string
  /** Ids that a Terraform state knows it by. */
  readonly ids: readonly string[]
  /** What its arguments call it. */
  readonly names: readonly string[]
  readonly owner: BilledOwner
  /** A month of 730 hours; undefined where there is no figure. */
  readonly cost: Usd | undefined
  readonly charges: readonly EstimatedCharge[]
  /** All that it may be charged by, as it is found out by saying that everything is used. */
  readonly services: readonly string[]
  readonly usageKeys: readonly UsageKey[]
}

export interface EstimatedCharge {
  readonly service: string
  readonly sku: string
  /** In one spelling: `hours`, `gb-months`. */
  readonly unit: string
  readonly quantity: number
  readonly listCost: Usd
  /** After discounts. */
  readonly cost: Usd
  readonly basis: 'exact' | 'equivalent' | 'reference-region'
}
