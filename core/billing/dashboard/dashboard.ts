import type { Usd } from '../../domain/money.ts'
import type { Cost } from '../charge-columns.ts'
import type { Period } from '../cost-rows.ts'
import type { Optimisation, OverBudget } from '../efficiency/optimisation.ts'
import type { Coverage, ExpiredResource, ModelLine, UntaggedResource } from '../report/bill-report.ts'
import type { Forecast } from '../report/forecast.ts'
import type { Mover } from '../report/movers.ts'
import type { StorageLine } from '../report/storage.ts'
import type { Fact } from './facts.ts'
import type { Flows } from './flows.ts'
import type { BilledResource } from './resources.ts'

/**
 * What a page shows: all of a bill, or what one team carries of it. Costs are shared first and chosen last, so that the
 * teams' totals and what nobody carries add up to the bill.
 */
export interface Dashboard {
  readonly scope: Scope
  readonly period: Period
  readonly currency: string
  readonly cost: Cost
  /** Of everybody: what the total is a part of. */
  readonly billed: Usd
  readonly total: Usd
  /** The total's parts; of a team, nothing is unallocated or apart. */
  readonly coverage: Omit<Coverage, 'share'>
  /** Days, or the first days of weeks where the period has more than two months. */
  readonly days: readonly string[]
  readonly isByWeek: boolean
  /** Oldest first; the last is the period itself. */
  readonly periods: readonly DashboardPeriod[]
  /** Dearest first; empty where the bill was not asked for them. */
  readonly resources: readonly BilledResource[]
  /** They add up to the total, in each day and each period. */
  readonly facts: readonly Fact[]
  /** Of the whole bill, the dearest first: a phase has one colour on all pages. */
  readonly phases: readonly string[]
  /** Dearest first. Of a team, what it carries of them. */
  readonly models: readonly ModelLine[]
  readonly optimisations: readonly Optimisation[]
  readonly budgets: readonly BudgetLine[]
  readonly overBudget: readonly OverBudget[]
  /** Why budgets are not compared with the period. */
  readonly noBudgets: string | undefined
  /** Where the period's last days are still to come. */
  readonly forecast: Forecast | undefined
  /** What a team's model buys is graded by costs of these environments. */
  readonly economicsOf: readonly string[]
  readonly change: { readonly before: Usd; readonly movers: readonly Mover[] } | undefined
  readonly untagged: { readonly listed: readonly UntaggedResource[]; readonly rest: Usd }
  readonly expired: readonly ExpiredResource[]
  readonly storage: readonly StorageLine[]
  readonly flows: Flows
  /** How each pool is split. */
  readonly pools: readonly string[]
}

export type Scope = { readonly kind: 'all' } | { readonly kind: 'team'; readonly team: string }

export interface DashboardPeriod {
  readonly period: Period
  readonly total: Usd
  /** The first day that the bill has charges of, where that is not the period's first. */
  readonly startsLate: string | undefined
}

/** A budget by the month, for as many months as the period has. */
export interface BudgetLine {
  readonly of: 'team' | 'model'
  readonly name: string
  readonly budget: Usd
  readonly spent: Usd
  /** What it comes to at the end of the period; undefined where that is over. */
  readonly forecast: Usd | undefined
}

/** The pages of a bill. */
export interface Dashboards {
  readonly all: Dashboard
  /** Of the catalogue and of the bill, the dearest first. */
  readonly teams: readonly Dashboard[]
  /** Teams of the bill that have no page, since there are too many. */
  readonly teamsLeftOut: number
  readonly notes: readonly string[]
}
