import type { Advice, CostItem } from '../../billing/efficiency/optimisation.ts'
import type { BillReport } from '../../billing/report/bill-report.ts'
import { type Usd, usd } from '../../domain/money.ts'
import { visible } from '../text/visible.ts'
import { hang } from '../text/wrap.ts'
import type { Page } from './page.ts'

const MOST_LISTED = 10

/** Models that return little of their cost, and what there is to do about it. */
export function optimisationSection(
  { optimisations }: BillReport,
  money: (amount: Usd) => string,
  page: Page,
): readonly string[] {
  if (optimisations.length === 0) return []
  return [
    page.style.heading('To optimise: worth less than three times what they cost'),
    ...optimisations
      .slice(0, MOST_LISTED)
      .flatMap(({ model, efficiency, cost, value, excess, items, advice }) => [
        ...hang(
          '',
          `${visible(model)}, ${efficiency}: costs ${money(cost)}, is worth ${money(usd(value))}; ${money(excess)} too much`,
          page.width,
        ),
        ...what(items, advice, money, page),
      ]),
    ...more(optimisations.length),
  ]
}

/** Teams above their budget, the largest items, and what there is to do about it. */
export function overBudgetSection(
  { overBudget }: BillReport,
  money: (amount: Usd) => string,
  page: Page,
): readonly string[] {
  if (overBudget.length === 0) return []
  return [
    page.style.heading('Over budget'),
    ...overBudget
      .slice(0, MOST_LISTED)
      .flatMap(({ team, budget, amount, over, items, advice }) => [
        ...hang(
          '',
          `${visible(team)}: ${money(amount)} of ${money(budget)}, ${money(over)} over. The largest items:`,
          page.width,
        ),
        ...what(items, advice, money, page),
      ]),
    ...more(overBudget.length),
  ]
}

function what(
  items: readonly CostItem[],
  advice: readonly Advice[],
  money: (amount: Usd) => string,
  page: Page,
): readonly string[] {
  return [
    ...items.flatMap(({ model, phase, service, pool, amount }) =>
      hang(
        '  ',
        visible(
          `${money(amount)} ${[model, phase, service, pool].filter((name) => name !== undefined).join(' · ')}`,
        ),
        page.width,
      ),
    ),
    ...advice.flatMap(({ about, what: todo, saves }) =>
      hang('  suggested: ', visible(`${about}: ${todo} (about ${money(saves)} a month)`), page.width),
    ),
  ]
}

const more = (count: number): readonly string[] =>
  count > MOST_LISTED ? [`and ${count - MOST_LISTED} more`] : []
