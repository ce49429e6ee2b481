import { add, type Usd, ZERO } from '../domain/money.ts'
import { DIMENSIONS, type Dimension, type Owner } from '../domain/owner.ts'
import type { Attributable, Carried, Carrier } from './allocation.ts'

/** The money of one owner, whatever resources it is for. */
export interface Bucket {
  readonly key: string
  readonly owner: Carrier
  amount: Usd
  atLeast: boolean
}

/** The money of some resources by owner, in the order of the owners' names. */
export function bucketsOf(resources: Iterable<Attributable>): readonly Bucket[] {
  const buckets = new Map<string, Bucket>()
  for (const { owner, cost, resource } of resources) {
    if (cost === ZERO) continue
    const carrier = carrierOf(owner)
    const key = carrierKey(carrier)
    const bucket = buckets.get(key) ?? { key, owner: carrier, amount: ZERO, atLeast: false }
    bucket.amount = add(bucket.amount, cost)
    bucket.atLeast ||= resource.multiplicity !== undefined && cost > 0
    buckets.set(key, bucket)
  }
  return [...buckets.values()].sort((a, b) => (a.key < b.key ? -1 : 1))
}

function carrierOf(owner: Owner): Carrier {
  const carried = DIMENSIONS.map((dimension): [Dimension, Carried] => {
    const answer = owner[dimension]
    return [
      dimension,
      answer.kind === 'known' ? { kind: 'known', value: answer.value } : { kind: answer.kind },
    ]
  })
  return Object.fromEntries(carried) as Record<Dimension, Carried>
}

function carrierKey(owner: Carrier): string {
  return JSON.stringify(DIMENSIONS.map((dimension) => owner[dimension]))
}
