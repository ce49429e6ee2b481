import { ConfigurationError } from '../../domain/configuration-error.ts'
import type { Usd } from '../../domain/money.ts'
import type { ChargeColumn, Cost } from '../charge-columns.ts'
import { type BilledOwner, ownerOf, type Period } from '../cost-rows.ts'
import { type Decimal, SCALE } from '../decimal.ts'
import { groupBy } from '../group-by.ts'
import type { ChargeGroup, GroupQuery } from '../group-query.ts'
import type { SpellValue } from '../spell-values.ts'
import { averageMonth } from './average-month.ts'
import { unitOf } from './units.ts'

/** A resource of a bill, with what it used and cost, scaled to an average month. */
export interface BilledResource {
  /** As the bill has it; undefined for charges of no resource, which are one for each service and owner. */
  readonly id: string | undefined
  readonly name: string | undefined
  readonly service: string | undefined
  readonly owner: BilledOwner
  readonly cost: Usd
  readonly uses: readonly BilledUse[]
  readonly firstDay: string | undefined
  readonly lastDay: string | undefined
}

export interface BilledUse {
  readonly service: string
  /** In one spelling: `hours`, `gb-months`. */
  readonly unit: string
  readonly quantity: number
  readonly cost: Usd
}

const BY: readonly ChargeColumn[] = [
  'resource',
  'resourceName',
  'service',
  'unit',
  'commitment',
  'currency',
  'model',
  'team',
  'phase',
  'environment',
]

/** What resources used: no tax, no credit, nothing bought ahead. */
export const billedResourcesQuery = (period: Period): GroupQuery => ({
  by: BY,
  where: [
    { kind: 'days', ...period },
    { kind: 'is', column: 'category', values: ['Usage'] },
  ],
  top: undefined,
})

/** The answer to the query. Throws a `ConfigurationError` where it is in a currency that the estimates are not in. */
export function billedResources(
  groups: readonly ChargeGroup[],
  { period, cost, currency, spell }: { period: Period; cost: Cost; currency: string; spell: SpellValue },
): readonly BilledResource[] {
  const other = groups.find(({ by }) => by.currency !== undefined && by.currency !== currency)
  if (other)
    throw new ConfigurationError(
      `the bill is in ${other.by.currency} and the estimates in ${currency}. expected one currency: state it and its rate under "prices" of ascribe.yml`,
    )
  const used = groups.filter(({ by }) => by.commitment !== 'Unused')
  const keyOf = ({ by }: ChargeGroup) =>
    by.resource ?? JSON.stringify([by.service, by.model, by.team, by.phase, by.environment])
  const month = averageMonth(period)
  return [...groupBy(used, keyOf).values()].map((parts): BilledResource => {
    const uses = parts.map((part): BilledUse => {
      const { name, per } = unitOf(part.by.unit ?? '')
      const factor = month.factor(part.by.unit)
      return {
        service: part.by.service ?? '',
        unit: name,
        quantity: numberOf(part.quantity) * per * factor,
        cost: Math.round(numberOf(part[cost]) * 1e6 * factor) as Usd,
      }
    })
    // Some charges of one resource lack a tag, or have it in another spelling: most of its money says whose it is.
    const most = parts.reduce((a, b) => (weight(b, cost) > weight(a, cost) ? b : a))
    return {
      id: most.by.resource,
      name: parts.find(({ by }) => by.resourceName !== undefined)?.by.resourceName,
      service: most.by.service,
      owner: ownerOf(most.by, spell),
      cost: uses.reduce((total, use) => total + use.cost, 0) as Usd,
      uses,
      firstDay: parts.flatMap(({ firstDay }) => firstDay ?? []).sort()[0],
      lastDay: parts
        .flatMap(({ lastDay }) => lastDay ?? [])
        .sort()
        .at(-1),
    }
  })
}

/** Estimates are no more exact than this. */
const numberOf = (amount: Decimal): number => Number(amount) / 10 ** SCALE

const weight = (group: ChargeGroup, cost: Cost): number => Math.abs(numberOf(group[cost]))
