import { sum, type Usd, ZERO } from '../domain/money.ts'
import type { Approval } from '../review/approval.ts'
import type { BudgetLevel, BudgetUse } from '../review/budget-uses.ts'
import type { Economics, ModelEconomics } from '../review/economics.ts'
import type { Review } from '../review/review.ts'
import { addChanges, gathered } from './merge-groups.ts'

type Unit = ModelEconomics['after']
type Side = 'before' | 'after'

export function mergeCoverage(all: readonly Review[]): Review['coverage'] {
  const side = (of: Side): Review['coverage'][Side] => {
    const parts = all.map(({ coverage }) => coverage[of])
    const attributed = sum(parts.map((part) => part.attributed))
    const total = sum(parts.map((part) => part.total))
    return {
      attributed,
      declared: sum(parts.map((part) => part.declared)),
      total,
      share: total > ZERO ? attributed / total : undefined,
    }
  }
  return { before: side('before'), after: side('after') }
}

/** What the reports count against one budget, together. */
export function mergeBudgets(all: readonly Review[]): readonly BudgetUse[] {
  return gathered(
    all.flatMap(({ budgets }) => budgets),
    ({ of, name }) => `${of}\n${name}`,
  ).map((same): BudgetUse => {
    const [first] = same
    const cost = addChanges(same.map((use) => use.cost))
    const share = (side: Side) =>
      same.length === 1 ? first!.share[side] : shareOf(cost[side], first!.amount)
    const level = (side: Side): BudgetLevel =>
      worst([...same.map((use) => use.level[side]), overAt(same.length, cost[side], first!.amount)])
    return {
      ...first!,
      cost,
      share: { before: share('before'), after: share('after') },
      level: { before: level('before'), after: level('after') },
    }
  })
}

const shareOf = (used: Usd, amount: Usd): number | undefined => (amount === ZERO ? undefined : used / amount)

/** No report says from when on its repository calls a budget exceeded: a sum is over beyond the whole of it. */
const overAt = (reports: number, used: Usd, amount: Usd): BudgetLevel =>
  reports > 1 && used > amount ? 'over' : 'within'

function worst(levels: readonly BudgetLevel[]): BudgetLevel {
  return levels.includes('over') ? 'over' : levels.includes('warn') ? 'warn' : 'within'
}

export function mergeEconomics(all: readonly Review[]): Economics {
  const models = gathered(
    all.flatMap(({ economics }) => economics.models),
    ({ model }) => model,
  )
  return {
    environments: [...new Set(all.flatMap(({ economics }) => economics.environments))],
    models: models.map(
      (same): ModelEconomics =>
        same.length === 1
          ? same[0]!
          : {
              model: same[0]!.model,
              team: same[0]!.team,
              before: addUnits(same.map(({ before }) => before)),
              after: addUnits(same.map(({ after }) => after)),
            },
    ),
  }
}

/** Costs and costs by prediction add up: predictions are the model's, whoever counts them. Grades do not. */
function addUnits(units: readonly Unit[]): Unit {
  const costing = units.filter(({ cost }) => cost !== ZERO)
  if (costing.length === 1) return costing[0]!
  return {
    cost: sum(units.map(({ cost }) => cost)),
    atLeast: units.some(({ atLeast }) => atLeast),
    perPrediction: addKnown(costing.map(({ perPrediction }) => perPrediction)),
    perThousand: addKnown(costing.map(({ perThousand }) => perThousand)),
    roi: undefined,
    efficiency: 'unknown',
    score: undefined,
    parts: { roi: undefined, benchmark: undefined },
    grade: 'unknown',
    priority: 'unknown',
    because: [
      ...new Set(units.flatMap(({ because }) => because)),
      ...(costing.length > 1
        ? [`its costs are in ${costing.length} reports, which are not graded together`]
        : []),
    ],
  }
}

function addKnown(figures: readonly (number | undefined)[]): number | undefined {
  let total = 0
  for (const figure of figures) {
    if (figure === undefined) return undefined
    total += figure
  }
  return figures.length === 0 ? undefined : total
}

/** Whoever is asked by one of the reports is asked. */
export function mergeApproval(all: readonly Review[]): Approval | undefined {
  const asked = all.flatMap(({ approval }) => (approval ? [approval] : []))
  if (asked.length === 0) return undefined
  return {
    above: Math.min(...asked.map(({ above }) => above)) as Usd,
    teams: [...new Set(asked.flatMap(({ teams }) => teams))],
    reviewers: [...new Set(asked.flatMap(({ reviewers }) => reviewers))],
  }
}
