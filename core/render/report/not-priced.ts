import { identityOf } from '../../domain/address.ts'
import type { NotPriced } from '../../review/review.ts'
import { byReason, type ReasonGroup } from './reasons.ts'

/** What has no figure, by reason: what the change touches first, then what we could not see, then the rest. */
export function notPricedGroups(parts: readonly NotPriced[]): readonly ReasonGroup<NotPriced>[] {
  const order: readonly NotPriced['kind'][] = ['unknown', 'unpriced', 'usageBased']
  const sorted = [...parts].sort(
    (a, b) => Number(b.changed) - Number(a.changed) || order.indexOf(a.kind) - order.indexOf(b.kind),
  )
  return byReason(sorted)
}

export const NOT_PRICED_KINDS: Readonly<Record<NotPriced['kind'], string>> = {
  unknown: 'unknown',
  unpriced: 'unpriced',
  usageBased: 'usage-based',
}

/** Resources, each once, though several of their parts are named. */
export function notPricedResources(parts: readonly NotPriced[]): number {
  return new Set(parts.map(identityOf)).size
}
