import type { Consumer } from '../attribution/consumers.ts'
import { methodologyOf } from '../attribution/methodology.ts'
import type { PoolMethod, SharedPool } from '../config/shared-pools.ts'
import type { CurrencyCode } from '../domain/currency.ts'
import type { Usd } from '../domain/money.ts'

/** What the pods of a model request in a cluster, as money: of the same period, by whatever prices a core and a GiB. */
export interface PodRequests {
  readonly team: string
  readonly model: string | undefined
  readonly cluster: string
  readonly amount: Usd
}

/**
 * How a pool of a bill is split. A bill does not say what pods request: where nothing else does either, direct costs stand
 * in for it. A fee is by the month.
 */
export function methodOnBill(method: PoolMethod, consumers: readonly Consumer[], months = 1): PoolMethod {
  switch (method.kind) {
    case 'pod-requests':
      return consumers.some(({ pods }) => isKnownIn(method.cluster, pods)) ? method : { kind: 'direct-cost' }
    case 'flat':
      return { kind: 'flat', perTeam: Math.round(method.perTeam * months) as Usd }
    default:
      return method
  }
}

const isKnownIn = (cluster: string | undefined, pods: Consumer['pods']): boolean =>
  cluster === undefined ? pods.size > 0 : pods.has(cluster)

/** How a pool was split, in a sentence for the report, and what stands in for what the bill does not know. */
export function billMethodologyOf(pool: SharedPool, method: PoolMethod, currency: CurrencyCode): string {
  if (pool.method.kind !== 'pod-requests' || method.kind === 'pod-requests')
    return methodologyOf(pool, [], currency)
  return `${methodologyOf({ ...pool, method }, [], currency)} It is to be by what pods request, and the bill does not say that.`
}
