import type { Dashboard } from '../../../billing/dashboard/dashboard.ts'
import type { Advice, CostItem } from '../../../billing/efficiency/optimisation.ts'
import { signOf } from '../../../domain/currency.ts'
import { usd } from '../../../domain/money.ts'
import { amountText } from '../../amounts/amount.ts'
import { EFFICIENCY } from '../../report/unit-costs.ts'
import { type Html, html, NOTHING } from '../markup.ts'
import { cutTo, figures, list, table } from '../table.ts'
import { figure } from './head-part.ts'

const MOST = 50

/** Models that return little of their cost, the most to save first. */
export function targets({ models, optimisations, currency }: Dashboard): Html {
  const sign = signOf(currency)
  const isKnown = models.some(({ economics }) => economics && economics.efficiency !== 'unknown')
  if (optimisations.length === 0)
    return isKnown
      ? html`<p>No model is of low ROI or loss-making: there is no optimisation target.</p>
`
      : NOTHING
  const { shown, rest } = cutTo(optimisations, MOST)
  return html`<h3>Optimisation targets</h3>
${table(
  'Worth less than three times their cost, the most to save first',
  [
    { title: 'Model' },
    { title: 'Class' },
    ...['Counted cost', 'Value', 'To save'].map(figures),
    { title: 'Made of, and what to do' },
  ],
  shown.map(({ model, efficiency, cost, value, excess, items, advice }) => ({
    cells: [
      html`${model}`,
      html`${EFFICIENCY[efficiency]}`,
      figure(cost, sign),
      html`${amountText(usd(value), sign)}`,
      figure(excess, sign),
      list(remedies(items, advice, sign, false)),
    ],
  })),
)}${rest > 0 ? html`<p>${rest} more.</p>` : NOTHING}`
}

/** Teams above their budgets: where it went, and what Ascribe suggests. */
export function overBudgetList({ overBudget, currency }: Dashboard): Html {
  const sign = signOf(currency)
  return html`${overBudget.slice(0, MOST).map(
    ({ team, over, items, advice }) => html`<h3>${team}: ${amountText(over, sign)} over budget</h3>
${list(remedies(items, advice, sign, true))}`,
  )}`
}

function remedies(
  items: readonly CostItem[],
  advice: readonly Advice[],
  sign: string,
  isModelNamed: boolean,
): readonly Html[] {
  return [
    ...items.map((item) => html`${nameOf(item, isModelNamed)}: ${figure(item.amount, sign)}`),
    ...advice.map(
      ({ about, what, saves }) =>
        html`Suggested for <code>${about}</code>: ${what} (about ${figure(saves, sign)} a month)`,
    ),
  ]
}

function nameOf({ model, phase, service, pool }: CostItem, isModelNamed: boolean): string {
  const names = [
    ...(isModelNamed ? [model] : []),
    phase,
    service,
    ...(pool === undefined ? [] : [`part of ${pool}`]),
  ]
  return names.filter((name) => name !== undefined).join(' · ') || '(untagged)'
}
