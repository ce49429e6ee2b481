import type { TagSchema } from '../../config/tag-schema.ts'
import { subtract, sum, type Usd, ZERO } from '../../domain/money.ts'
import { DIMENSIONS, type Dimension } from '../../domain/owner.ts'
import type { BillAllocation } from '../allocate-bill.ts'
import type { ChargeColumn, Cost } from '../charge-columns.ts'
import { ownerOf, type Period } from '../cost-rows.ts'
import { daysAfter } from '../days.ts'
import type { ChargeGroup, GroupQuery } from '../group-query.ts'
import type { SpellValue } from '../spell-values.ts'
import { toMicros } from '../to-micros.ts'
import type { ExpiredResource, MissingTag, UntaggedResource, UntaggedResources } from './bill-report.ts'

/** Tags without which nobody can be charged. */
export const DECISIVE_TAGS: readonly Dimension[] = ['team', 'model']
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

/** Since the bill was tagged: how long each has been untagged is told from its first day in the period. */
export function untaggedResources(
  groups: readonly ChargeGroup[],
  cost: Cost,
  currency: string,
  total: Usd,
  schema: TagSchema,
  spell: SpellValue,
  asOf: string | undefined,
): UntaggedResources {
  const mine = groups.filter(({ by }) => by.currency === currency)
  const amounts = toMicros(mine.map((group) => group[cost]))
  const listed = mine.flatMap((group, at): UntaggedResource[] => {
    const { resource, resourceName, service, account } = group.by
    if (resource === undefined || amounts[at]! <= ZERO) return []
    const due = group.firstDay === undefined ? undefined : daysAfter(group.firstDay, DAYS_TO_MEND)
    return [
      {
        resource,
        name: resourceName,
        service,
        account,
        owner: ownerOf(group.by, spell),
        lacks: DECISIVE_TAGS.flatMap((dimension) =>
          group.by[dimension] === undefined ? (schema.dimensions[dimension] ?? []) : [],
        ),
        amount: amounts[at]!,
        found: group.firstDay,
        due,
        isOverdue: due !== undefined && asOf !== undefined && asOf > due,
      },
    ]
  })
  return { listed, rest: subtract(total, sum(listed.map(({ amount }) => amount))) }
}

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
