import type { Usd } from '../../domain/money.ts'
import { groupBy } from '../group-by.ts'
import type { Joined } from './join-resources.ts'

/** How far estimates are from the bill. */
export interface Drift {
  readonly resources: number
  readonly estimated: Usd
  readonly billed: Usd
  /** Of the billed cost, 0.1 is 10 %; undefined where nothing is billed. */
  readonly medianError: number | undefined
  readonly p90Error: number | undefined
}

export interface NamedDrift extends Drift {
  readonly name: string
}

export const billedCost = ({ billed }: Joined): Usd => billed.reduce((sum, { cost }) => sum + cost, 0) as Usd

/**
 * What an estimate says of the units that were billed: a machine's disks are billed as resources of their own. Where no
 * unit is the same, all of it; undefined where there is no figure.
 */
export function comparedCost({ estimated, billed }: Joined): Usd | undefined {
  const units = new Set(billed.flatMap(({ uses }) => uses.map(({ unit }) => unit)))
  const same = estimated.charges.filter(({ unit }) => units.has(unit))
  return same.length === 0 ? estimated.cost : (same.reduce((sum, { cost }) => sum + cost, 0) as Usd)
}

/** What has no figure yet is estimated at nothing: an error of all of it. */
export function driftOf(joined: readonly Joined[]): Drift {
  const errors = joined
    .flatMap((each) => {
      const billed = billedCost(each)
      return billed > 0 ? [Math.abs((comparedCost(each) ?? 0) - billed) / billed] : []
    })
    .sort((a, b) => a - b)
  return {
    resources: joined.length,
    estimated: joined.reduce((sum, each) => sum + (comparedCost(each) ?? 0), 0) as Usd,
    billed: joined.reduce((sum, each) => sum + billedCost(each), 0) as Usd,
    medianError: quantile(errors, 0.5),
    p90Error: quantile(errors, 0.9),
  }
}

/** The farthest apart in money first. */
export function driftBy(joined: readonly Joined[], name: (each: Joined) => string): readonly NamedDrift[] {
  const apart = ({ estimated, billed }: Drift) => Math.abs(estimated - billed)
  return [...groupBy(joined, name)]
    .map(([group, all]) => ({ name: group, ...driftOf(all) }))
    .sort((a, b) => apart(b) - apart(a) || (a.name < b.name ? -1 : 1))
}

/** The least value that this part of the values does not exceed. */
function quantile(sorted: readonly number[], part: number): number | undefined {
  return sorted[Math.max(0, Math.ceil(part * sorted.length) - 1)]
}
