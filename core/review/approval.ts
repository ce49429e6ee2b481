import type { Config } from '../config/config.ts'
import type { Usd } from '../domain/money.ts'
import type { Change, Review } from './review.ts'

/** An approval that a change of this size asks for. */
export interface Approval {
  /** The change of the monthly cost above which it is asked for. */
  readonly above: Usd
  /** The teams whose costs rise, most first. */
  readonly teams: readonly string[]
  /** Whom those teams name in the catalogue, e.g. `@acme/fraud-ml`. */
  readonly reviewers: readonly string[]
}

/** Who is asked: the owners of what becomes dearer. Undefined where the change is below the threshold, or none is set. */
export function approvalFor(
  total: Change,
  teams: Review['by']['team'],
  { thresholds: { approveAbove }, teams: catalogue }: Config,
): Approval | undefined {
  if (approveAbove === undefined || total.delta <= approveAbove) return undefined
  const risen = teams.flatMap(({ group, cost }) =>
    group.kind === 'known' && cost.delta > 0 ? [group.value] : [],
  )
  const reviewers = risen.flatMap((team) => catalogue.get(team)?.review ?? [])
  return { above: approveAbove, teams: risen, reviewers: [...new Set(reviewers)] }
}
