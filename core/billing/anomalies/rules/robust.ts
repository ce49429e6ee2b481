import { daysBetween } from '../../../domain/days.ts'
import { subtract, type Usd, ZERO } from '../../../domain/money.ts'
import { type CostHistory, type DayCost, daysBefore } from '../cost-history.ts'
import { median, spreadOf } from '../statistics.ts'
import type { AnomalyRule, Floors, Judgement } from './rule.ts'

const WEEKS = 6
/** Days from which on weekdays are compared with their like. */
const FULL_HISTORY = 21
/** Days below which a cost is simply new. */
const SHORTEST_HISTORY = 3
const MOST_Z = 3.5
/** The alert at 150 %. */
const MOST_RATIO = 1.5
const LEAST_RATIO = 0.5
const CRITICAL_RATIO = 3
/** A constant history has no spread, and a cent would be millions of it: at least so much of the median. */
const LEAST_SPREAD = 0.05

/**
 * The same weekdays of six weeks, their median, and how far they lie from it. Weekly jobs and weekends are ordinary, and an
 * old spike hides no new one.
 */
export const robust: AnomalyRule = {
  id: 'robust',
  summary:
    'the same weekdays of the six weeks before: more than 3.5 spreads (median absolute deviation) above their median, and above 150 % of it',
  judge(history, day, floors) {
    const cost = history.costOn(day)
    if (cost === undefined) return undefined
    const known = daysBetween(history.firstSeen, day)
    return known >= FULL_HISTORY
      ? byWeekday(history, day, cost, floors)
      : byShortHistory(history, day, cost, known, floors)
  },
}

function byWeekday(history: CostHistory, day: string, cost: Usd, floors: Floors): Judgement | undefined {
  const before = daysBefore(history, day, WEEKS, 7)
  if (before.length === 0) return undefined
  const costs = before.map((each) => each.cost)
  const baseline = Math.round(median(costs)) as Usd
  const spread = Math.max(spreadOf(costs, baseline), LEAST_SPREAD * baseline)
  const z = spread > 0 ? (cost - baseline) / spread : undefined
  return judged({ cost, baseline, z, before, isShortHistory: false }, floors)
}

/** Where weekdays are still to repeat: the plain 150 %, of the days so far or of the same weekdays, whichever is more. */
function byShortHistory(
  history: CostHistory,
  day: string,
  cost: Usd,
  known: number,
  floors: Floors,
): Judgement | undefined {
  const before = daysBefore(history, day, known)
  if (before.length < SHORTEST_HISTORY)
    return judged({ cost, baseline: ZERO, z: undefined, before, isShortHistory: true }, floors)
  const same = before.filter((each) => daysBetween(each.day, day) % 7 === 0)
  const baseline = Math.round(
    Math.max(median(before.map((each) => each.cost)), median(same.map((each) => each.cost))),
  ) as Usd
  return judged({ cost, baseline, z: undefined, before, isShortHistory: true }, floors)
}

interface Compared {
  readonly cost: Usd
  readonly baseline: Usd
  readonly z: number | undefined
  readonly before: readonly DayCost[]
  readonly isShortHistory: boolean
}

function judged(
  { cost, baseline, z, before, isShortHistory }: Compared,
  { leastExcess, drops }: Floors,
): Judgement | undefined {
  const said = { baseline, z, isShortHistory, comparedWith: before.map(({ day }) => day) }
  const excess = subtract(cost, baseline)
  if (excess >= leastExcess) {
    if (baseline <= 0) return { kind: 'new', severity: 'warning', ...said, z: undefined }
    if (cost <= MOST_RATIO * baseline || (z !== undefined && z <= MOST_Z)) return undefined
    return { kind: 'spike', severity: cost > CRITICAL_RATIO * baseline ? 'critical' : 'warning', ...said }
  }
  if (!drops || isShortHistory || -excess < leastExcess) return undefined
  if (cost >= LEAST_RATIO * baseline || (z !== undefined && z >= -MOST_Z)) return undefined
  return { kind: 'drop', severity: 'notice', ...said }
}
