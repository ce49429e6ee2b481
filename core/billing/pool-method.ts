import type { Consumer } from '../attribution/consumers.ts'
import { methodologyOf } from '../attribution/methodology.ts'
import type { Catalogue } from '../config/catalogue.ts'
import type { PoolMethod, SharedPool } from '../config/shared-pools.ts'
import type { TagSchema } from '../config/tag-schema.ts'
import type { CurrencyCode } from '../domain/currency.ts'
import type { Usd } from '../domain/money.ts'
import type { Period } from './cost-rows.ts'
import type { ChargeGroup, GroupQuery } from './group-query.ts'
import { speller } from './spell-values.ts'
import { toMicros } from './to-micros.ts'

/** What the pods of a model request in a cluster, as money: of the same period, by whatever prices a core and a GiB. */
export interface PodRequests {
  readonly team: string
  readonly model: string | undefined
  readonly cluster: string
  readonly amount: Usd
}

/** Asks an export of OpenCost what pods cost. */
export const podsQuery: GroupQuery = { by: ['day', 'account', 'team', 'model'], where: [], top: undefined }

/** What was answered of the period's days; what has no team is nobody's weight. */
export function podRequests(
  groups: readonly ChargeGroup[],
  period: Period | undefined,
  rules: Catalogue & { readonly schema: TagSchema },
): readonly PodRequests[] {
  const { spell } = speller(rules.schema, rules)
  const isIn = (day: string | undefined) =>
    period === undefined || (day !== undefined && day >= period.from && day < period.until)
  const mine = groups.filter(({ by }) => isIn(by.day) && by.team !== undefined)
  const amounts = toMicros(mine.map(({ billed }) => billed))
  return mine.map(({ by }, at) => ({
    team: spell('team', by.team!),
    model: by.model === undefined ? undefined : spell('model', by.model),
    cluster: by.account ?? '',
    amount: amounts[at]!,
  }))
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
  return `${methodologyOf({ ...pool, method }, [], currency)} It is to be by what pods request, and nothing says that of this period.`
}
