import { NO_CURRENCY } from '../bill-currency.ts'
import { groupBy } from '../group-by.ts'
import type { ChargeGroup, Condition, GroupQuery } from '../group-query.ts'
import { toMicros } from '../to-micros.ts'
import type { Anomaly, ResourcePart, Subject } from './anomaly.ts'
import type { DailyBill, DailyRow, Written } from './daily-bill.ts'
import { excessOf, largest } from './split-excess.ts'

/** Asks for the resources that anomalies' days, and the days that they were compared with, were charged for. */
export function resourcesQuery(anomalies: readonly Dated[], bill: DailyBill): GroupQuery {
  const days = new Set(anomalies.flatMap(({ day, comparedWith }) => [day, ...comparedWith]))
  const rows = new Set(anomalies.flatMap(({ subject }) => rowsOf(subject, bill)))
  return {
    by: ['day', 'resource', 'resourceName', 'service', 'team', 'model'],
    where: [
      { kind: 'is', column: 'day', values: [...days] },
      { kind: 'present', column: 'resource' },
      ...usageOf(bill),
      ...writtenTags([...rows], ['team', 'model']),
    ],
    top: undefined,
  }
}

type Dated = Pick<Anomaly, 'subject' | 'day' | 'comparedWith'>

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

/** Of what `resourcesQuery` answered, the resources that one anomaly's difference is of; the largest three. */
export function resourceParts(
  groups: readonly ChargeGroup[],
  { subject, day, comparedWith }: Dated,
  bill: DailyBill,
  addressOf: (resource: string) => string | undefined,
): readonly ResourcePart[] {
  const tags = new Set(rowsOf(subject, bill).map(({ written }) => tagsText(written)))
  const days = new Set([day, ...comparedWith])
  const mine = groups.filter(({ by }) => days.has(by.day!) && tags.has(tagsText(by)))
  const amounts = toMicros(mine.map((group) => group[bill.cost]))
  const rows = mine.map(({ by }, at) => ({
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

const tagsText = ({ team, model }: Partial<Written>): string => JSON.stringify([team ?? null, model ?? null])
