import type { Catalogue } from '../../config/catalogue.ts'
import type { TagSchema } from '../../config/tag-schema.ts'
import { isDay } from '../../domain/days.ts'
import { add, type Usd, ZERO } from '../../domain/money.ts'
import { currencyOf, NO_CURRENCY } from '../bill-currency.ts'
import type { ChargeColumn, Cost } from '../charge-columns.ts'
import { type CostRow, costRows } from '../cost-rows.ts'
import type { ChargeGroup, GroupQuery } from '../group-query.ts'
import { speller } from '../spell-values.ts'
import type { CostHistory } from './cost-history.ts'

/** What use cost on each day, by whom, for what. Taxes, credits and purchases come once, and are no use. */
export interface DailyBill {
  readonly currency: string
  /** Whether the files have charges in no other. */
  readonly isOneCurrency: boolean
  readonly cost: Cost
  readonly rows: readonly DailyRow[]
  /** In order. A day that the whole bill has no charge of is not among them: nothing is known of it. */
  readonly days: ReadonlyMap<string, BilledDay>
}

export interface DailyRow extends CostRow {
  readonly day: string
  /** The tags as the bill has them, to ask for its rows again. */
  readonly written: Written
}

export interface Written {
  readonly model: string | undefined
  readonly team: string | undefined
}

export interface BilledDay {
  readonly amount: Usd
  /** Rows of the export. */
  readonly rows: number
}

const BY: readonly ChargeColumn[] = [
  'day',
  'service',
  'category',
  'commitment',
  'currency',
  'model',
  'team',
  'phase',
  'environment',
]

/** All days of the bill: a history is longer than a period. */
export const dailyQuery: GroupQuery = { by: BY, where: [], top: undefined }

/** What `dailyQuery` answered, in one currency. Throws `ConfigurationError` where there are several and none is named. */
export function dailyBill(
  groups: readonly ChargeGroup[],
  cost: Cost,
  currency: string | undefined,
  rules: Catalogue & { readonly schema: TagSchema },
): DailyBill {
  const one = currencyOf(groups, currency)
  const mine = groups.filter(({ by }) => (by.currency ?? NO_CURRENCY) === one)
  const rows = costRows(mine, cost, speller(rules.schema, rules).spell).flatMap((row, at): DailyRow[] => {
    const { day, category, isUnused } = row
    if (!isDay(day) || category !== 'Usage' || isUnused) return []
    const { model, team } = mine[at]!.by
    return [{ ...row, day, written: { model, team } }]
  })
  return { currency: one, isOneCurrency: mine.length === groups.length, cost, rows, days: daysOf(rows) }
}

function daysOf(rows: readonly DailyRow[]): ReadonlyMap<string, BilledDay> {
  const days = new Map<string, BilledDay>()
  for (const { day, amount, rows: count } of rows) {
    const found = days.get(day)
    days.set(day, { amount: add(found?.amount ?? ZERO, amount), rows: (found?.rows ?? 0) + count })
  }
  return new Map([...days].sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** The history of what these rows cost together. There is at least one. */
export function historyOf(rows: readonly DailyRow[], days: DailyBill['days']): CostHistory {
  const byDay = new Map<string, Usd>()
  let firstSeen = rows[0]!.day
  for (const { day, amount } of rows) {
    byDay.set(day, add(byDay.get(day) ?? ZERO, amount))
    if (day < firstSeen) firstSeen = day
  }
  return {
    firstSeen,
    costOn: (day) => (day < firstSeen || !days.has(day) ? undefined : (byDay.get(day) ?? ZERO)),
  }
}
