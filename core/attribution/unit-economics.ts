import type { Model } from '../config/catalogue.ts'
import type { EconomicsConfig } from '../config/economics.ts'
import { toDollars, type Usd, ZERO } from '../domain/money.ts'

/** What a model's money buys a month. What is not known is undefined or `unknown`, and `because` says why. */
export interface UnitEconomics {
  /** Of the environments that count, shared costs included. */
  readonly cost: Usd
  /** The cost stands for more than it says: some of it could not be counted. */
  readonly atLeast: boolean
  readonly perPrediction: number | undefined
  readonly perThousand: number | undefined
  /** (value − cost) / cost */
  readonly roi: number | undefined
  readonly efficiency: Efficiency
  /** 0 to 1, of the parts that are known. */
  readonly score: number | undefined
  readonly parts: ScoreParts
  readonly grade: Grade
  /** How much there is to win. */
  readonly priority: 'LOW' | 'MEDIUM' | 'HIGH' | 'unknown'
  /** What is not known, a reason each. */
  readonly because: readonly string[]
}

export type Efficiency = 'HIGH_ROI' | 'MODERATE_ROI' | 'LOW_ROI' | 'LOSS_MAKING' | 'unknown'
export type Grade = 'A' | 'B' | 'C' | 'D' | 'unknown'

/** What a score is made of, each from 0 to 1; undefined where it is not known, and then left out of the score. */
export interface ScoreParts {
  /** ROI as a part of `ROI_CAP`. */
  readonly roi: number | undefined
  /** The benchmark cost of 1,000 predictions as a part of the own. */
  readonly benchmark: number | undefined
}

export const SCORE_WEIGHTS = { roi: 0.6, benchmark: 0.4 } as const
const ROI_CAP = 10
/** Value as a multiple of the cost. */
const HIGH = 10
export const MODERATE = 3
/** Scores above these leave little to win, or some. */
const LOW_PRIORITY = 0.8
const MEDIUM_PRIORITY = 0.5

/** What is known of a model's cost. */
export interface ModelCost {
  readonly cost: Usd
  readonly atLeast: boolean
  /** Why the cost is not all of it: then nothing is graded. */
  readonly incomplete: string | undefined
}

/** Never a figure of what is not known: a model without a stated value is not loss-making, and a free one not a bargain. */
export function unitEconomics(
  { cost, atLeast, incomplete }: ModelCost,
  { monthlyPredictions, monthlyValue, benchmarkPer1k }: Model,
  { grades }: EconomicsConfig,
): UnitEconomics {
  const because: string[] = []
  const hasCost = cost > ZERO
  if (!hasCost) because.push('no cost is recorded')
  if (incomplete !== undefined) because.push(incomplete)
  if (monthlyPredictions === undefined) because.push('its monthly predictions are not stated')
  else if (monthlyPredictions === 0) because.push('it makes no predictions')
  if (monthlyValue === undefined) because.push('its monthly value is not stated')
  const dollars = toDollars(cost)
  const perPrediction = hasCost && monthlyPredictions ? dollars / monthlyPredictions : undefined
  const perThousand = perPrediction === undefined ? undefined : perPrediction * 1000
  const isWhole = hasCost && incomplete === undefined
  const roi = isWhole && monthlyValue !== undefined ? (monthlyValue - dollars) / dollars : undefined
  const parts: ScoreParts = {
    roi: roi === undefined ? undefined : clamp(roi / ROI_CAP),
    benchmark:
      isWhole && perThousand !== undefined && benchmarkPer1k !== undefined
        ? clamp(benchmarkPer1k / perThousand)
        : undefined,
  }
  if (benchmarkPer1k === undefined) because.push('it has no benchmark')
  const score = scoreOf(parts)
  return {
    cost,
    atLeast,
    perPrediction,
    perThousand,
    roi,
    efficiency: roi === undefined ? 'unknown' : efficiencyOf(monthlyValue!, dollars),
    score,
    parts,
    grade: gradeOf(score, grades),
    priority: priorityOf(score),
    because,
  }
}

function efficiencyOf(value: number, cost: number): Efficiency {
  if (value > HIGH * cost) return 'HIGH_ROI'
  if (value > MODERATE * cost) return 'MODERATE_ROI'
  return value > cost ? 'LOW_ROI' : 'LOSS_MAKING'
}

/** The weighted mean of the parts that are known. */
function scoreOf(parts: ScoreParts): number | undefined {
  let score = 0
  let weights = 0
  for (const part of ['roi', 'benchmark'] as const) {
    const value = parts[part]
    if (value === undefined) continue
    score += SCORE_WEIGHTS[part] * value
    weights += SCORE_WEIGHTS[part]
  }
  return weights === 0 ? undefined : score / weights
}

function gradeOf(score: number | undefined, grades: EconomicsConfig['grades']): Grade {
  if (score === undefined) return 'unknown'
  for (const grade of ['A', 'B', 'C'] as const) if (score > grades[grade]) return grade
  return 'D'
}

function priorityOf(score: number | undefined): UnitEconomics['priority'] {
  if (score === undefined) return 'unknown'
  return score > LOW_PRIORITY ? 'LOW' : score > MEDIUM_PRIORITY ? 'MEDIUM' : 'HIGH'
}

const clamp = (part: number): number => Math.min(1, Math.max(0, part))
