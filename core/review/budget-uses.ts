import type { Budget, Thresholds } from '../config/thresholds.ts'
import { type Usd, ZERO } from '../domain/money.ts'
import type { Change, Review } from './review.ts'
import type { Sharing } from './sharing.ts'

/** How much of a budget is used. Teams' and models' with their part of the shared costs. */
export interface BudgetUse extends Budget {
  readonly cost: Change
  /** Of 1; undefined where the budget is nothing. */
  readonly share: { readonly before: number | undefined; readonly after: number | undefined }
  readonly level: { readonly before: BudgetLevel; readonly after: BudgetLevel }
}

export type BudgetLevel = 'within' | 'warn' | 'over'

export function budgetUses(
  { budgets, warnAt, failAt }: Thresholds,
  { total, by, sharing }: { readonly total: Change; readonly by: Review['by']; readonly sharing: Sharing },
): readonly BudgetUse[] {
  const costOf = {
    repository: () => total,
    environment: finder(by.environment),
    team: finder(sharing.byTeam),
    model: finder(sharing.byModel),
  } as const
  return budgets.map((budget): BudgetUse => {
    const cost = costOf[budget.of](budget.name)
    const level = (used: Usd): BudgetLevel =>
      used > failAt * budget.amount
        ? 'over'
        : used >= warnAt * budget.amount && used > ZERO
          ? 'warn'
          : 'within'
    return {
      ...budget,
      cost,
      share: { before: shareOf(cost.before, budget), after: shareOf(cost.after, budget) },
      level: { before: level(cost.before), after: level(cost.after) },
    }
  })
}

interface GroupCost {
  readonly group: { readonly kind: string; readonly value?: string }
  readonly cost: Change
}

function finder(groups: readonly GroupCost[]): (name: string) => Change {
  const costs = new Map(
    groups.flatMap(({ group, cost }) => (group.kind === 'known' ? [[group.value!, cost]] : [])),
  )
  return (name) => costs.get(name) ?? NOTHING
}

const NOTHING: Change = {
  before: ZERO,
  after: ZERO,
  delta: ZERO,
  atLeast: { before: false, after: false },
}

function shareOf(used: Usd, { amount }: Budget): number | undefined {
  return amount === ZERO ? undefined : used / amount
}

/** `fraud-ml is at 97 % of its budget` */
export function budgetSentence({ of, name, share, level }: BudgetUse): string {
  const whose = of === 'repository' ? 'the repository' : name
  if (share.after === undefined) return `${whose} has no budget and is charged`
  const percent = Math.round(share.after * 100)
  // Rounding does not bring anybody back under a limit.
  return `${whose} is at ${level.after === 'over' && percent === 100 ? '>100' : percent} % of its budget`
}
