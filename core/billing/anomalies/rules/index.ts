import { percent150 } from './percent-150.ts'
import { robust } from './robust.ts'
import type { AnomalyRule } from './rule.ts'
import { zScore } from './z-score.ts'

/** The first is what counts where none is named. */
export const ANOMALY_RULES: readonly AnomalyRule[] = [robust, zScore, percent150]
export const ANOMALY_RULE_IDS: readonly string[] = ANOMALY_RULES.map(({ id }) => id)

export const anomalyRule = (id: string | undefined): AnomalyRule =>
  ANOMALY_RULES.find((rule) => rule.id === id) ?? robust
