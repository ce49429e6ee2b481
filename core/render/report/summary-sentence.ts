import { signOf } from '../../domain/currency.ts'
import { budgetSentence } from '../../review/budget-uses.ts'
import type { ModelPhaseChange, Review } from '../../review/review.ts'
import { amountText } from '../amounts/amount.ts'
import { headline } from './headline.ts'
import { unitCostRows } from './unit-costs.ts'

/**
 * What the change does, in one sentence: to the model whose cost changes most, to what its predictions cost, to its
 * team's budget, and to how much of the money has an owner. Undefined where no model's cost changes.
 */
export function summarySentence(review: Review): string | undefined {
  const model = review.modelPhases.find(({ model, cost }) => model.kind === 'known' && cost.delta !== 0)
  if (model?.model.kind !== 'known') return undefined
  const name = model.model.value
  const parts = [
    moneyOf(model, name, signOf(review.prices.currency)),
    unitOf(review, name),
    budgetOf(review, model),
    coverageOf(review),
  ]
  return `This change ${parts.filter((part) => part !== undefined).join('; ')}.`
}

function moneyOf({ cost, phases, teams }: ModelPhaseChange, name: string, sign: string): string {
  const most = phases.reduce<ModelPhaseChange['phases'][number] | undefined>(
    (top, one) => (top && Math.abs(top.cost.delta) >= Math.abs(one.cost.delta) ? top : one),
    undefined,
  )
  const phase = most?.phase.kind === 'known' ? [most.phase.value] : []
  const whose = [...phase, ...teams].join(', ')
  const amount = amountText(Math.abs(cost.delta) as typeof cost.delta, sign)
  const what = cost.delta > 0 ? `adds ${amount} a month to` : `takes ${amount} a month off`
  return `${what} ${name}${whose === '' ? '' : ` (${whose})`}`
}

function unitOf(review: Review, name: string): string | undefined {
  const row = unitCostRows(review).find(({ model }) => model === name)
  if (!row || row.before === '?' || row.after === '?') return undefined
  return row.before === row.after
    ? `its cost per 1,000 predictions stays at ${row.after}`
    : `its cost per 1,000 predictions goes from ${row.before} to ${row.after}`
}

function budgetOf({ budgets }: Review, { teams }: ModelPhaseChange): string | undefined {
  const use = budgets.find(({ of, name }) => of === 'team' && teams.includes(name))
  return use && budgetSentence(use)
}

function coverageOf(review: Review): string | undefined {
  const { coverageBefore, coverageAfter } = headline(review)
  if (coverageAfter === undefined) return undefined
  const was =
    coverageBefore === undefined || coverageBefore === coverageAfter ? '' : ` (was ${coverageBefore})`
  return `${coverageAfter} of the money has an owner${was}`
}
