import type { UnitEconomics } from '../../attribution/unit-economics.ts'
import type { Usd } from '../../domain/money.ts'
import type { Dimension } from '../../domain/owner.ts'
import type { BillAllocation, BillPool } from '../allocate-bill.ts'
import type { Cost } from '../charge-columns.ts'
import type { BilledOwner, Period } from '../cost-rows.ts'
import type { Optimisation, OverBudget } from '../efficiency/optimisation.ts'
import type { Forecast } from './forecast.ts'
import type { Mover } from './movers.ts'
import type { StorageLine } from './storage.ts'

/**
 * What a bill says of a period: who carries it, what of it nobody does, and what changed. All amounts are in millionths of
 * the bill's currency. Tables by service and category add up to the total, those by owner to the total without what is
 * apart.
 */
export interface BillReport {
  readonly version: 1
  readonly source: BillSource
  readonly period: Period
  readonly currency: string
  readonly cost: Cost
  readonly total: Usd
  /** Of the export. */
  readonly rows: number
  /** Rows whose billed or effective cost cannot be read. What cannot be read is in no sum. */
  readonly unreadable: number
  readonly notes: readonly string[]
  readonly coverage: Coverage
  /** Who carries what, in every detail: all other tables are sums of it. */
  readonly allocations: readonly BillAllocation[]
  readonly pools: readonly (BillPool & { readonly methodology: string })[]
  readonly models: readonly ModelLine[]
  /** Models that return less than three times their cost, the most to save first. */
  readonly optimisations: readonly Optimisation[]
  readonly overBudget: readonly OverBudget[]
  /** Dearest first; what names none is one line without a name. */
  readonly by: Readonly<Record<Breakdown, readonly Line[]>>
  /** Charges that lack a tag, by the tag they lack; a charge that lacks two is in both. */
  readonly missing: readonly MissingTag[]
  readonly untagged: UntaggedResources
  /** Resources past the end that they were given, and still billed after it. */
  readonly expired: readonly ExpiredResource[]
  /** What buckets are billed, by prefix; empty where no inventory is given. */
  readonly storage: readonly StorageLine[]
  /** Against the period before, of the same length; undefined where the bill does not reach back. */
  readonly change: PeriodChange | undefined
  /** Where the period's last days are still to come. */
  readonly forecast: Forecast | undefined
}

export interface BillSource {
  readonly format: string
  readonly engine: string
}

export const BREAKDOWNS = [
  'team',
  'phase',
  'service',
  'environment',
  'project',
  'costCenter',
  'category',
] as const
export type Breakdown = (typeof BREAKDOWNS)[number]

export interface Line {
  readonly name: string | undefined
  readonly amount: Usd
}

/** Parts of the total; they add up to it. */
export interface Coverage {
  readonly direct: Usd
  readonly shared: Usd
  readonly untagged: Usd
  readonly unallocated: Usd
  readonly apart: Usd
  /** Of what is not apart, how much has an owner: 0 to 1; undefined where nothing is charged. */
  readonly share: number | undefined
}

export interface ModelLine {
  readonly model: string | undefined
  readonly team: string | undefined
  readonly amount: Usd
  readonly direct: Usd
  readonly shared: Usd
  readonly phases: readonly Line[]
  /** Of the period, in the bill's currency: as counted in it, else what the catalogue states a month. */
  readonly value: number | undefined
  /** Of the period; not told by the month while it is not over. */
  readonly predictions: number | undefined
  /** Of the environments that count; undefined for what is no model of the catalogue. */
  readonly economics: UnitEconomics | undefined
}

export interface MissingTag {
  readonly dimension: Dimension
  readonly key: string
  readonly amount: Usd
}

/** What nobody can be charged for, the dearest first. */
export interface UntaggedResources {
  readonly listed: readonly UntaggedResource[]
  /** What is untagged and not in the list: other resources, and charges that name none. */
  readonly rest: Usd
}

export interface UntaggedResource {
  readonly resource: string
  readonly name: string | undefined
  readonly service: string | undefined
  readonly account: string | undefined
  readonly owner: BilledOwner
  /** The schema's keys that attribution needs and that it lacks. */
  readonly lacks: readonly string[]
  readonly amount: Usd
  /** In Terraform; undefined where no state says so. */
  readonly address: string | undefined
  /** The first day that it was billed on without them, of all days that the bill reaches back to. */
  readonly found: string | undefined
  /** Tag or terminate until this day. */
  readonly due: string | undefined
  readonly isOverdue: boolean
}

export interface ExpiredResource {
  readonly resource: string
  readonly name: string | undefined
  readonly service: string | undefined
  readonly owner: BilledOwner
  readonly expires: string
  readonly lastBilled: string
  /** In the period; not only of the days after the end. */
  readonly amount: Usd
}

export interface PeriodChange {
  readonly before: Usd
  readonly period: Period
  /** Largest change first, up or down. While the period is not over, against as many days of the one before. */
  readonly movers: readonly Mover[]
}
