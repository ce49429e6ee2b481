import type { BudgetLine, Dashboard } from '../../../billing/dashboard/dashboard.ts'
import { signOf } from '../../../domain/currency.ts'
import { amountText } from '../../amounts/amount.ts'
import { type Html, html, NOTHING } from '../markup.ts'
import { cutTo, section } from '../table.ts'
import { overBudgetList } from './targets-part.ts'

const MOST = 50

/** How much of each budget is spent, and what it comes to. */
export function budgetsPart(dashboard: Dashboard): Html {
  const { budgets, noBudgets, scope, currency } = dashboard
  const sign = signOf(currency)
  const { shown, rest } = cutTo(budgets, MOST)
  const empty =
    noBudgets ??
    (scope.kind === 'all'
      ? 'No team and no model has a budget in ascribe.yml.'
      : 'Neither the team nor a model of it has a budget in ascribe.yml.')
  return section('Budgets', [
    budgets.length === 0
      ? html`<p class="empty">${empty}</p>`
      : html`${shown.map((line) => bar(line, sign))}`,
    rest > 0 ? html`<p>${rest} more budgets are less used.</p>` : NOTHING,
    overBudgetList(dashboard),
  ])
}

function bar({ of, name, budget, spent, forecast }: BudgetLine, sign: string): Html {
  const end = Math.max(spent, forecast ?? 0)
  const scale = Math.max(end, budget, 1) * 1.02
  const percent = (amount: number) => `${((Math.max(0, amount) / scale) * 100).toFixed(2)}%`
  const isOver = spent > budget
  const willBe = end > budget
  const used = budget > 0 ? ` (${Math.floor((spent / budget) * 100)}%)` : ''
  const verdict = isOver ? '✗ exceeded' : willBe ? '! exceeded at this pace' : 'within'
  const sentence = `${amountText(spent, sign)} of ${amountText(budget, sign)}${used}${forecast === undefined ? '' : `; ${amountText(forecast, sign)} at the end at this pace`}`
  return html`<div class="budget"><span class="name">${name} <small>${of}</small></span><svg role="img" aria-label="${name}: ${sentence}, ${verdict}"><rect width="${percent(spent)}" height="100%" class="spent${isOver ? ' over' : ''}"/>${
    forecast === undefined || forecast <= spent
      ? NOTHING
      : html`<rect x="${percent(spent)}" width="${percent(forecast - Math.max(0, spent))}" height="100%" class="to-come${willBe ? ' over' : ''}"/>`
  }<line x1="${percent(budget)}" x2="${percent(budget)}" y1="0" y2="100%" class="limit"/></svg><p>${sentence}: <span class="${isOver || willBe ? 'more' : 'less'}">${verdict}</span></p></div>
`
}
