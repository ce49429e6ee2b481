import { budgetSentence } from '../review/budget-uses.ts'
import type { Review, Verdict } from '../review/review.ts'
import { type Case, verdict } from '../review/verdict.ts'

/** From the mildest on. */
const STATUSES = ['pass', 'warn', 'fail'] as const
const FAIL_ON = ['none', 'budget', 'new-errors', 'errors'] as const

/** The worst of the reports' verdicts holds; why is said of all of them together. */
export function mergeVerdict(
  all: readonly Review[],
  together: Pick<Case, 'findings' | 'budgets' | 'changed' | 'notPriced'> & Pick<Review, 'notLoaded'>,
): Verdict {
  const verdicts = all.map((review) => review.verdict)
  const failOn = last(
    FAIL_ON,
    verdicts.map((each) => each.failOn),
  )
  const { because } = verdict({ ...together, budgets: [], failOn, notLoaded: together.notLoaded.length })
  const raised = together.budgets.filter(({ level, cost }) => level.after !== 'within' && cost.delta > 0)
  const reasons = [...because, ...raised.map(budgetSentence)]
  return {
    status: last(STATUSES, [...verdicts.map(({ status }) => status), reasons.length > 0 ? 'warn' : 'pass']),
    failOn,
    partial: verdicts.some(({ partial }) => partial),
    because: reasons,
  }
}

function last<Name extends string>(order: readonly Name[], names: readonly Name[]): Name {
  return order[Math.max(...names.map((name) => order.indexOf(name)))]!
}
