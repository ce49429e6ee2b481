import { type Usd, ZERO } from '../../domain/money.ts'
import { DIMENSIONS } from '../../domain/owner.ts'
import type { ChargeColumn } from '../charge-columns.ts'
import { type BilledOwner, ownerOf } from '../cost-rows.ts'
import type { ChargeGroup, GroupQuery } from '../group-query.ts'
import type { PeriodBill } from '../period-bill.ts'
import type { SpellValue } from '../spell-values.ts'
import { toMicros } from '../to-micros.ts'

/** What one resource is billed in the period, by its own tags: before anything is shared. */
export interface BilledResource {
  readonly resource: string
  readonly name: string | undefined
  readonly service: string | undefined
  readonly owner: BilledOwner
  readonly amount: Usd
}

/** Of the whole bill: enough that each of many teams has some. */
const MOST = 2_000
const COLUMNS: readonly ChargeColumn[] = ['resource', 'resourceName', 'service', 'currency', ...DIMENSIONS]

/** The dearest resources of the period. */
export const dearestResourcesQuery = ({ period: { from, until }, cost }: PeriodBill): GroupQuery => ({
  by: COLUMNS,
  where: [
    { kind: 'days', from, until },
    { kind: 'present', column: 'resource' },
  ],
  top: { cost, groups: MOST },
})

/** What `dearestResourcesQuery` answered, the dearest first. */
export function dearestResources(
  groups: readonly ChargeGroup[],
  { cost, currency }: PeriodBill,
  spell: SpellValue,
): readonly BilledResource[] {
  const mine = groups.filter(({ by }) => by.currency === currency)
  const amounts = toMicros(mine.map((group) => group[cost]))
  return mine
    .flatMap(({ by }, at): BilledResource[] => {
      const { resource, resourceName, service } = by
      const amount = amounts[at]!
      if (resource === undefined || amount <= ZERO) return []
      return [{ resource, name: resourceName, service, owner: ownerOf(by, spell), amount }]
    })
    .sort((a, b) => b.amount - a.amount || (a.resource < b.resource ? -1 : 1))
}
