import type { Usd } from '../../../domain/money.ts'
import type { CostHistory } from '../cost-history.ts'

/** When the cost of a day is not an ordinary one. Money is in millionths of the bill's currency. */
export interface AnomalyRule {
  readonly id: string
  /** What it compares with what, for those who read its alerts. */
  readonly summary: string
  /** What a day is; undefined where it is ordinary, or where nothing can be said of it. */
  judge(history: CostHistory, day: string, floors: Floors): Judgement | undefined
}

export interface Floors {
  /** A difference below it is nobody's concern. */
  readonly leastExcess: Usd
  /** Whether a cost that has dropped is told, too. */
  readonly drops: boolean
}

export interface Judgement {
  /** `new`: there was no such cost before, and no percentage of nothing. */
  readonly kind: 'spike' | 'new' | 'drop'
  readonly severity: AnomalySeverity
  /** What the day was compared with. */
  readonly baseline: Usd
  /** Undefined where the history does not vary, or is too short to tell how it does. */
  readonly z: number | undefined
  /** Less than three weeks are known. */
  readonly isShortHistory: boolean
  /** The days that the baseline is of. */
  readonly comparedWith: readonly string[]
}

const ANOMALY_SEVERITIES = ['critical', 'warning', 'notice'] as const
export type AnomalySeverity = (typeof ANOMALY_SEVERITIES)[number]
