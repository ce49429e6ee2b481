import { currencyCode } from '../../config/prices.ts'
import type { CurrencyCode } from '../../domain/currency.ts'
import { subtract, type Usd, ZERO } from '../../domain/money.ts'
import { type BudgetLevel, type BudgetUse, budgetSentence } from '../budget-uses.ts'
import { moneyText, percentText } from '../wording.ts'
import type { ChangeProblem, ChangeRule } from './change-rule.ts'

export const budget: ChangeRule = {
  id: 'budget',
  severity: 'error',
  summary: 'What a team, a model, an environment or the repository costs stays within its budget.',
  *check({ budgets, config: { thresholds, prices } }) {
    for (const use of budgets) {
      const { before, after } = use.level
      if (before === 'within' && after === 'within') continue
      const state =
        after === 'within' ? 'fixed' : LEVELS.indexOf(after) > LEVELS.indexOf(before) ? 'new' : 'existing'
      const level = state === 'fixed' ? before : after
      const limit =
        level === 'over'
          ? `more than ${percentText(thresholds.failAt)} fails`
          : `${percentText(thresholds.warnAt)} and more is a warning`
      yield problemOf(use, state, level, limit, currencyCode(prices))
    }
  },
}

const LEVELS: readonly BudgetLevel[] = ['within', 'warn', 'over']

function problemOf(
  use: BudgetUse,
  state: ChangeProblem['state'],
  level: BudgetLevel,
  limit: string,
  currency: CurrencyCode,
): ChangeProblem {
  const { of, name, amount, cost, share, range } = use
  const figures = `${moneyText(cost.after, currency)} of ${moneyText(amount, currency)} a month`
  const course =
    share.before === undefined || share.before === share.after ? '' : `, ${percentText(share.before)} before`
  const over = subtract(cost.after, amount)
  return {
    message: `${budgetSentence(use)}: ${figures}${course}. ${limit} (budgets)`,
    project: '',
    address: ADDRESSES[of](name),
    range,
    monthlyCost: (over > ZERO ? over : ZERO) as Usd,
    severity: level === 'over' ? 'error' : 'warning',
    state,
  }
}

const ADDRESSES = {
  repository: () => 'budgets.repository',
  environment: (name: string) => `budgets.environments.${name}`,
  team: (name: string) => `teams.${name}`,
  model: (name: string) => `models.${name}`,
} as const
