import type { TagSchema } from '../../config/tag-schema.ts'
import { daysAfter } from '../../domain/days.ts'
import { subtract, sum, type Usd, ZERO } from '../../domain/money.ts'
import { DIMENSIONS, type Dimension } from '../../domain/owner.ts'
import type { BillAllocation } from '../allocate-bill.ts'
import type { ChargeColumn, Cost } from '../charge-columns.ts'
import { ownerOf, type Period } from '../cost-rows.ts'
import type { ChargeGroup, GroupQuery } from '../group-query.ts'
import { addressesBy, type StateIds } from '../reconcile/state-ids.ts'
import type { SpellValue } from '../spell-values.ts'
import { toMicros } from '../to-micros.ts'
import type { ExpiredResource, MissingTag, UntaggedResource, UntaggedResources } from './bill-report.ts'

/** Tags without which nobody can be charged. */
const DECISIVE_TAGS: readonly Dimension[] = ['team', 'model']
/** Tag or terminate within a week. */
const DAYS_TO_MEND = 7
const RESOURCE: readonly ChargeColumn[] = [
  'resource',
  'resourceName',
  'service',
  'account',
  'currency',
  ...DIMENSIONS,
]

/** The dearest resources that lack a tag which decides. */
export const untaggedQuery = ({ from, until }: Period, cost: Cost, most: number): GroupQuery => ({
  by: RESOURCE,
  where: [
    { kind: 'days', from, until },
    { kind: 'anyMissing', columns: DECISIVE_TAGS },
    { kind: 'present', column: 'resource' },
  ],
  top: { cost, groups: most },
})

/** Resources that say when they end. */
export const endingQuery = ({ from, until }: Period, cost: Cost, most: number): GroupQuery => ({
  by: [...RESOURCE, 'expires'],
  where: [
    { kind: 'days', from, until },
    { kind: 'present', column: 'expires' },
  ],
  top: { cost, groups: most },
})

/** The days on which these resources lacked a tag which decides: of all that the bill reaches back to. */
export const discoveryQuery = (untagged: readonly ChargeGroup[]): GroupQuery => ({
  by: ['resource', 'account'],
  where: [
    {
      kind: 'is',
      column: 'resource',
      values: [...new Set(untagged.flatMap(({ by }) => by.resource ?? []))].sort(),
    },
    { kind: 'anyMissing', columns: DECISIVE_TAGS },
  ],
  top: undefined,
})

export interface UntaggedFacts {
  /** What `untaggedQuery` answered, and `discoveryQuery`; without it, the period is all that is known. */
  readonly untagged: readonly ChargeGroup[]
  readonly discovered?: readonly ChargeGroup[]
  /** Of Terraform's states. */
  readonly ids?: StateIds
  /** The day that the report is of. */
  readonly asOf: string | undefined
}

/** The resources of one currency; `total` is what is untagged altogether. */
export function untaggedResources(
  { untagged, discovered = [], ids = new Map(), asOf }: UntaggedFacts,
  { cost, currency }: { readonly cost: Cost; readonly currency: string },
  total: Usd,
  schema: TagSchema,
  spell: SpellValue,
): UntaggedResources {
  const mine = untagged.filter(({ by }) => by.currency === currency)
  const amounts = toMicros(mine.map((group) => group[cost]))
  const first = new Map(discovered.map(({ by, firstDay }) => [placeOf(by), firstDay]))
  const addressOf = addressesBy(ids)
  const listed = mine.flatMap((group, at): UntaggedResource[] => {
    const { resource, resourceName, service, account } = group.by
    if (resource === undefined || amounts[at]! <= ZERO) return []
    const found = first.get(placeOf(group.by)) ?? group.firstDay
    const due = found === undefined ? undefined : daysAfter(found, DAYS_TO_MEND)
    return [
      {
        resource,
        name: resourceName,
        address: addressOf(resource),
        service,
        account,
        owner: ownerOf(group.by, spell),
        lacks: DECISIVE_TAGS.flatMap((dimension) =>
          group.by[dimension] === undefined ? (schema.dimensions[dimension] ?? []) : [],
        ),
        amount: amounts[at]!,
        found,
        due,
        isOverdue: due !== undefined && asOf !== undefined && asOf > due,
      },
    ]
  })
  return { listed, rest: subtract(total, sum(listed.map(({ amount }) => amount))) }
}

const placeOf = ({ resource, account }: ChargeGroup['by']): string =>
  JSON.stringify([resource ?? null, account ?? null])

/** Those billed on a day after their end. A value that is no day ends nothing. */
export function expiredResources(
  groups: readonly ChargeGroup[],
  cost: Cost,
  currency: string,
  spell: SpellValue,
): readonly ExpiredResource[] {
  const mine = groups.filter(({ by }) => by.currency === currency)
  const amounts = toMicros(mine.map((group) => group[cost]))
  return mine.flatMap(({ by, lastDay }, at): ExpiredResource[] => {
    const expires = by.expires?.slice(0, 10)
    if (by.resource === undefined || expires === undefined || !/^\d{4}-\d{2}-\d{2}$/.test(expires)) return []
    if (lastDay === undefined || lastDay <= expires || amounts[at]! <= ZERO) return []
    return [
      {
        resource: by.resource,
        name: by.resourceName,
        service: by.service,
        owner: ownerOf(by, spell),
        expires,
        lastBilled: lastDay,
        amount: amounts[at]!,
      },
    ]
  })
}

/** For each question of attribution, what of the bill answers it with nothing. */
export function missingTags(
  allocations: readonly BillAllocation[],
  { dimensions }: TagSchema,
): readonly MissingTag[] {
  return DIMENSIONS.flatMap((dimension): MissingTag[] => {
    const key = dimensions[dimension]
    if (key === undefined) return []
    const lacking = allocations.filter(
      ({ kind, owner }) => (kind === 'direct' || kind === 'untagged') && owner[dimension] === undefined,
    )
    const amount = sum(lacking.map((each) => each.amount))
    return amount === ZERO ? [] : [{ dimension, key, amount }]
  }).sort((a, b) => b.amount - a.amount)
}
