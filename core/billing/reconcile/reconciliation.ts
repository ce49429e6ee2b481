import type { Usd } from '../../domain/money.ts'
import type { Drift, NamedDrift } from './drift.ts'
import type { JoinedBy } from './join-resources.ts'
import type { MeasuredDiscount } from './measured-discounts.ts'
import type { MeasuredUsage, NotMeasured } from './measured-usage.ts'

/** Estimates beside the bill of the same things, scaled to a month of 730 hours. */
export interface Reconciliation {
  /** As it was asked for: `2026-10`. */
  readonly period: string
  readonly currency: string
  readonly joined: Readonly<Record<JoinedBy, number>>
  readonly estimatedAlone: Alone
  readonly billedAlone: Alone
  readonly before: Drift
  /** With what was measured: estimated again, not reckoned. */
  readonly after: Drift
  /** Before. */
  readonly by: {
    readonly type: readonly NamedDrift[]
    readonly service: readonly NamedDrift[]
    readonly basis: readonly NamedDrift[]
  }
  readonly resources: readonly ReconciledResource[]
  readonly usage: MeasuredUsage
  readonly discounts: readonly MeasuredDiscount[]
  readonly baselines: ReadonlyMap<string, Usd>
  /** Whether the bill says anything that the estimates do not. */
  readonly isCalibrated: boolean
  /** The usage file as it would be. */
  readonly text: string
}

/** What has no counterpart on the other side. */
export interface Alone {
  readonly count: number
  readonly cost: Usd
  /** The dearest. */
  readonly most: readonly { readonly name: string; readonly cost: Usd }[]
}

export interface ReconciledResource {
  readonly project: string
  readonly address: string
  readonly type: string
  readonly by: JoinedBy
  readonly billedAs: readonly string[]
  readonly billed: Usd
  readonly before: Usd | undefined
  readonly after: Usd | undefined
  /** Why nothing was measured of it, where that is so. */
  readonly notMeasured: NotMeasured | undefined
}
