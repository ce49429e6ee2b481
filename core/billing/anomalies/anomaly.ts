import type { Usd } from '../../domain/money.ts'
import type { Cost } from '../charge-columns.ts'
import type { Judgement } from './rules/rule.ts'

/** Days on which somebody's cost was not an ordinary one. Money is in millionths of the bill's currency. */
export interface Anomaly extends Judgement {
  readonly subject: Subject
  /** The first and the last of days in a row. The figures are those of the last. */
  readonly since: string
  readonly day: string
  readonly days: number
  /** It is as the last day that can be judged was. */
  readonly isOngoing: boolean
  readonly cost: Usd
  /** `cost` without `baseline`: below 0 where it dropped. */
  readonly excess: Usd
  /** Of all its days. */
  readonly excessSoFar: Usd
  /** How much above the baseline, 0.8 for 80 %; undefined where there was no cost before. */
  readonly above: number | undefined
  /** Phases and services that the difference is of, the largest first. */
  readonly because: readonly Part[]
  /** Resources that the difference is of, the largest first; empty where the bill names none. */
  readonly resources: readonly ResourcePart[]
  /** Merged changes shortly before, to these resources or to others of the subject. */
  readonly changes: readonly MergedChange[]
}

/** Whose cost it is, by the tags of the bill: a model of a team, or all that a team has. */
export interface Subject {
  readonly kind: 'model' | 'team'
  readonly model: string | undefined
  readonly team: string | undefined
}

export interface Part {
  readonly phase: string | undefined
  readonly service: string | undefined
  readonly excess: Usd
}

export interface ResourcePart {
  readonly resource: string
  readonly name: string | undefined
  readonly service: string | undefined
  readonly excess: Usd
  /** In Terraform; undefined where no state says so. */
  readonly address: string | undefined
}

/** A change to the infrastructure, as it was merged. */
export interface MergedChange {
  /** UTC. */
  readonly day: string
  readonly title: string
  /** A commit or a number, `#412`. */
  readonly name: string
  readonly url: string | undefined
  /** What of the subject's it touched, and what that was estimated at, a month. */
  readonly touched: readonly Touched[]
}

export interface Touched {
  readonly address: string
  readonly model: string | undefined
  readonly team: string | undefined
  /** In millionths a month; undefined where it had no estimate. */
  readonly delta: Usd | undefined
}

export interface AnomalyReport {
  readonly version: 1
  readonly currency: string
  readonly cost: Cost
  readonly rule: { readonly id: string; readonly summary: string }
  /** The days that were judged. The last is the last complete day of the bill. */
  readonly from: string
  readonly asOf: string
  /** Where the bill begins. */
  readonly firstDay: string
  /** Days at the end of the bill whose charges still come in. */
  readonly incomplete: readonly IncompleteDay[]
  /** How many models and teams were looked at. */
  readonly watched: number
  readonly anomalies: readonly Anomaly[]
}

export interface IncompleteDay {
  readonly day: string
  readonly because: string
}
