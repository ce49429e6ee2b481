import { NO_CURRENCY } from '../bill-currency.ts'
import type { Cost } from '../charge-columns.ts'
import { groupBy } from '../group-by.ts'
import type { ChargeGroup, Condition, GroupQuery } from '../group-query.ts'
import { toMicros } from '../to-micros.ts'
import type { Anomaly, ResourcePart, Subject } from './anomaly.ts'
import type { DailyBill } from './daily-bill.ts'
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
      { kind: 'is', column: 'category', values: ['Usage'] },
      { kind: 'present', column: 'resource' },
      ...currencyIn(bill),
      ...tagsOf(subject, bill),
    ],
    top: undefined,
  }
}

function currencyIn({ currency, isOneCurrency }: DailyBill): readonly Condition[] {
  if (isOneCurrency) return []
  const column = 'currency'
  return [currency === NO_CURRENCY ? { kind: 'missing', column } : { kind: 'is', column, values: [currency] }]
}

/** The tags in all the ways that the bill writes them. */
function tagsOf(subject: Subject, { rows }: DailyBill): readonly Condition[] {
  const asked = subject.kind === 'model' ? (['team', 'model'] as const) : (['team'] as const)
  const mine = rows.filter(({ owner }) => asked.every((tag) => owner[tag] === subject[tag]))
  return asked.map((column): Condition => {
    const values = new Set(mine.flatMap(({ written }) => written[column] ?? []))
    return values.size === 0 ? { kind: 'missing', column } : { kind: 'is', column, values: [...values] }
  })
}

/** The resources that the difference is of; the largest three. */
export function resourceParts(
  groups: readonly ChargeGroup[],
  { day, comparedWith }: Pick<Anomaly, 'day' | 'comparedWith'>,
  cost: Cost,
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
    })),
  )
}
