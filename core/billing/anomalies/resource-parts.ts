import { NO_CURRENCY } from '../bill-currency.ts'
import type { Cost } from '../charge-columns.ts'
import { groupBy } from '../group-by.ts'
import type { ChargeGroup, Condition, GroupQuery } from '../group-query.ts'
import { toMicros } from '../to-micros.ts'
import type { Anomaly, ResourcePart, Subject } from './anomaly.ts'
import type { DailyBill, DailyRow, Written } from './daily-bill.ts'
import { excessOf, largest } from './split-excess.ts'

/** Asks for the resources that an anomaly's day and the days that it was compared with were charged for. */
export function resourcesQuery(
  { subject, day, comparedWith }: Pick<Anomaly, 'subject' | 'day' | 'comparedWith'>,
  bill: DailyBill,
): GroupQuery {
  return {
    by: ['day', 'resource', 'resourceName', 'service'],
    where: [
      { kind: 'is', column: 'day', values: [day, ...comparedWith] },
      { kind: 'present', column: 'resource' },
      ...usageOf(bill),
      ...writtenTags(rowsOf(subject, bill), subject.kind === 'model' ? ['team', 'model'] : ['team']),
    ],
    top: undefined,
  }
}

/** The charges that the daily rows are of. */
export function usageOf({ currency, isOneCurrency }: DailyBill): readonly Condition[] {
  const column = 'currency'
  const isIn: Condition =
    currency === NO_CURRENCY ? { kind: 'missing', column } : { kind: 'is', column, values: [currency] }
  return [{ kind: 'is', column: 'category', values: ['Usage'] }, ...(isOneCurrency ? [] : [isIn])]
}

function rowsOf({ kind, model, team }: Subject, { rows }: DailyBill): readonly DailyRow[] {
  return rows.filter(({ owner }) => owner.team === team && (kind === 'team' || owner.model === model))
}

/** The tags of these rows in all the ways that the bill writes them. Where some rows lack one, it decides nothing. */
export function writtenTags(
  rows: readonly DailyRow[],
  tags: readonly (keyof Written)[],
): readonly Condition[] {
  return tags.flatMap((column): readonly Condition[] => {
    const values = new Set(rows.map(({ written }) => written[column]))
    if (!values.has(undefined)) return [{ kind: 'is', column, values: [...values] as string[] }]
    return values.size === 1 ? [{ kind: 'missing', column }] : []
  })
}

/** The resources that the difference is of; the largest three. */
export function resourceParts(
  groups: readonly ChargeGroup[],
  { day, comparedWith }: Pick<Anomaly, 'day' | 'comparedWith'>,
  cost: Cost,
  addressOf: (resource: string) => string | undefined,
): readonly ResourcePart[] {
  const amounts = toMicros(groups.map((group) => group[cost]))
  const rows = groups.map(({ by }, at) => ({
    resource: by.resource!,
    name: by.resourceName,
    service: by.service,
    day: by.day!,
    amount: amounts[at]!,
  }))
  const resources = groupBy(rows, ({ resource, service }) => JSON.stringify([resource, service ?? '']))
  return largest(
    [...resources.values()].map((of) => ({
      resource: of[0]!.resource,
      name: of[0]!.name,
      service: of[0]!.service,
      excess: excessOf(of, day, comparedWith),
      address: addressOf(of[0]!.resource),
    })),
  )
}
