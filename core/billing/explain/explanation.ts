import type { Usd } from '../../domain/money.ts'
import type { Anomaly, MergedChange, Subject } from '../anomalies/anomaly.ts'
import type { Cost } from '../charge-columns.ts'
import type { Period } from '../cost-rows.ts'

/**
 * Why somebody's cost is not what it was: the latest days against as many before them, first by model, then the largest
 * change on by phase, service and resource, and what was merged meanwhile. Money is in millionths of the bill's currency.
 */
export interface Explanation {
  readonly version: 1
  readonly subject: Subject
  readonly currency: string
  readonly cost: Cost
  readonly period: Period
  readonly compared: Period
  readonly before: Usd
  readonly after: Usd
  readonly delta: Usd
  readonly steps: readonly Step[]
  /** What is out of the ordinary on the last of the days, among what the subject has. */
  readonly anomalies: readonly Anomaly[]
  readonly changes: readonly MergedChange[]
}

const STEPS = ['model', 'phase', 'service', 'resource'] as const
export type StepBy = (typeof STEPS)[number]

/** A question of the path. The lines and the rest add up to what the step before has followed. */
export interface Step {
  readonly by: StepBy
  /** The largest change first. */
  readonly lines: readonly StepLine[]
  readonly rest: { readonly lines: number; readonly delta: Usd }
  /** Which line the next step is about; undefined where there is none. */
  readonly followed: string | undefined
}

export interface StepLine {
  /** Undefined for charges that name none. */
  readonly name: string | undefined
  /** What it is called besides, of a resource. */
  readonly title?: string | undefined
  /** In Terraform, of a resource where a state says so. */
  readonly address?: string | undefined
  readonly before: Usd
  readonly after: Usd
  readonly delta: Usd
}
