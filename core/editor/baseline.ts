import { withoutKeys } from '../domain/address.ts'
import type { CurrencyCode } from '../domain/currency.ts'
import { add, subtract, sum, type Usd, ZERO } from '../domain/money.ts'
import type { InspectedResource, Inspection } from '../review/inspection.ts'
import { type Move, renamer } from '../review/match.ts'

/** What everything cost at another time, e.g. in git's `HEAD`. */
export interface Baseline {
  /** What it is called: `HEAD`. */
  readonly label: string
  /** Amounts in another are not to be compared with it. */
  readonly currency: CurrencyCode
  readonly total: Usd
  /** What the blocks of these resources cost then: instances that are gone are counted, new ones are not. */
  costOf(resources: readonly InspectedResource[]): Usd
}

/** `moves`: the renames since then. Nothing else of the inspection is kept. */
export function baselineOf(inspection: Inspection, moves: readonly Move[], label: string): Baseline {
  const rename = renamer(moves)
  const costs = new Map<string, Usd>()
  for (const { resource, cost } of inspection.resources) {
    if (cost === ZERO) continue
    const key = blockKey(resource.project, rename(resource.project, resource.address))
    costs.set(key, add(costs.get(key) ?? ZERO, cost))
  }
  return {
    label,
    currency: inspection.prices.currency,
    total: sum(costs.values()),
    costOf: (resources) =>
      sum(
        [...new Set(resources.map(({ resource }) => blockKey(resource.project, resource.address)))].map(
          (key) => costs.get(key) ?? ZERO,
        ),
      ),
  }
}

function blockKey(project: string, address: string): string {
  return `${project}\n${withoutKeys(address)}`
}

/** The change since then, of the same blocks. */
export function changeSince(baseline: Baseline, resources: readonly InspectedResource[]): Usd {
  return subtract(sum(resources.map(({ cost }) => cost)), baseline.costOf(resources))
}
