import { signOf } from '../../domain/currency.ts'
import type { Review } from '../../review/review.ts'
import { amountText } from '../amounts/amount.ts'

type BudgetUse = Review['budgets'][number]

/** How much of a budget is used, as a report shows it. */
export interface BudgetRow {
  /** The team's, model's or environment's name; `repository` for all of it. */
  readonly name: string
  readonly of: BudgetUse['of']
  /** `97%`; `?` of a budget of nothing. */
  readonly percent: string
  /** 0 to 1, never 1 below the whole budget. */
  readonly filled: number
  /** `$5,800 of $6,000` */
  readonly figures: string
  readonly level: BudgetUse['level']['after']
}

/** Budgets that the change draws on, or that are not kept; the fullest first. */
export function budgetRows({ budgets, prices }: Review): readonly BudgetRow[] {
  const sign = signOf(prices.currency)
  return budgets
    .filter(({ cost, level }) => cost.delta !== 0 || level.after !== 'within')
    .sort((a, b) => (b.share.after ?? Infinity) - (a.share.after ?? Infinity) || byName(a, b))
    .map(({ of, name, amount, cost, share, level }) => ({
      of,
      name: of === 'repository' ? of : name,
      percent:
        share.after === undefined ? '?' : `${(cost.atLeast.after ? '≥' : '') + percentOf(share.after)}%`,
      filled: Math.min(1, share.after ?? 1),
      figures: `${(cost.atLeast.after ? '≥' : '') + amountText(cost.after, sign)} of ${amountText(amount, sign)}`,
      level: level.after,
    }))
}

/** Whole percent; 100 only for what is all of it. */
function percentOf(share: number): number {
  const percent = Math.round(share * 100)
  if (share < 1) return Math.min(percent, 99)
  return share > 1 ? Math.max(percent, 101) : percent
}

function byName(a: BudgetUse, b: BudgetUse): number {
  return `${a.of}\n${a.name}` < `${b.of}\n${b.name}` ? -1 : 1
}
