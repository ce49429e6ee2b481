import { sum, usd, ZERO } from '../../domain/money.ts'
import { groupBy } from '../group-by.ts'
import type { PeriodBill } from '../period-bill.ts'
import type { ReportRules } from '../report/build-report.ts'
import { type Forecast, forecast } from '../report/forecast.ts'
import type { BudgetLine } from './dashboard.ts'
import type { DatedPart } from './dated-parts.ts'

/** What some of a bill comes to at the end of its period, shared costs included; undefined where that is over. */
export function forecastOf(parts: readonly DatedPart[], { rows, period }: PeriodBill): Forecast | undefined {
  // A day on which the others were billed and it was not cost it nothing.
  const days = [...new Set(rows.map(({ day }) => day))]
  return forecast(
    [
      ...days.map((day) => ({ day, category: 'Usage' as const, amount: ZERO })),
      ...parts.flatMap(({ allocation: { category }, days }) =>
        [...days].map(([day, amount]) => ({ day, category, amount })),
      ),
    ],
    period,
  )
}

/** Budgets of the catalogue for as many months; of a team, its own and its models'. The fullest first. */
export function budgetLines(
  parts: readonly DatedPart[],
  bill: PeriodBill,
  months: number,
  { teams, models }: ReportRules,
  team: string | undefined,
): readonly BudgetLine[] {
  const carried = parts.filter(({ allocation: { kind } }) => kind !== 'apart' && kind !== 'unallocated')
  const by = {
    team: groupBy(carried, ({ allocation }) => allocation.owner.team),
    model: groupBy(carried, ({ allocation }) => allocation.owner.model),
  }
  const lineOf = (of: BudgetLine['of'], name: string, budget: number | undefined): BudgetLine[] => {
    if (budget === undefined) return []
    const own = by[of].get(name) ?? []
    const spent = sum(own.map(({ allocation: { amount } }) => amount))
    return [{ of, name, budget: usd(budget * months), spent, forecast: forecastOf(own, bill)?.total }]
  }
  const lines = [
    ...[...teams].flatMap(([name, { budget }]) =>
      team === undefined || name === team ? lineOf('team', name, budget) : [],
    ),
    ...[...models].flatMap(([name, model]) =>
      team === undefined || model.team === team ? lineOf('model', name, model.budget) : [],
    ),
  ]
  return lines.sort((a, b) => usedOf(b) - usedOf(a) || (a.name < b.name ? -1 : 1))
}

const usedOf = ({ budget, spent, forecast: end }: BudgetLine): number => (end ?? spent) / budget
