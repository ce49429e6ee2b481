import { type Efficiency, type Grade, MODERATE } from '../../attribution/unit-economics.ts'
import type { Catalogue } from '../../config/catalogue.ts'
import { subtract, sum, type Usd, usd, ZERO } from '../../domain/money.ts'
import type { Suggestion } from '../../domain/suggestion.ts'
import type { BillAllocation } from '../allocate-bill.ts'
import { groupBy } from '../group-by.ts'
import type { ExpiredResource, ModelLine } from '../report/bill-report.ts'

/** A model whose value is less than three times its cost, and what there is to do about it. */
export interface Optimisation {
  readonly model: string
  readonly team: string | undefined
  readonly efficiency: Extract<Efficiency, 'LOW_ROI' | 'LOSS_MAKING'>
  readonly grade: Grade
  /** Of the environments that count. */
  readonly cost: Usd
  /** Of the period. */
  readonly value: number
  /** What it would have to cost less for its value to be three times its cost. */
  readonly excess: Usd
  /** What its cost is made of, the dearest first. */
  readonly items: readonly CostItem[]
  readonly advice: readonly Advice[]
}

/** A team that spent more than its budget for the period. */
export interface OverBudget {
  readonly team: string
  readonly budget: Usd
  readonly amount: Usd
  readonly over: Usd
  readonly items: readonly CostItem[]
  readonly advice: readonly Advice[]
}

export interface CostItem {
  readonly model: string | undefined
  readonly phase: string | undefined
  readonly service: string | undefined
  /** The pool that it comes through. */
  readonly pool: string | undefined
  readonly amount: Usd
}

/** Something to do, most money first. Each stands for itself: they are not to be added up. */
export interface Advice {
  readonly about: string
  readonly what: string
  /** A month. */
  readonly saves: Usd
}

/** What Ascribe suggests for the code that the bill is of. */
export interface OwnedSuggestion {
  readonly team: string | undefined
  readonly model: string | undefined
  readonly suggestion: Pick<Suggestion, 'address' | 'what' | 'saves'>
}

/** What there is to advise from. */
export interface AdviceFacts {
  readonly expired: readonly ExpiredResource[]
  readonly suggestions: readonly OwnedSuggestion[]
  /** Of the period. */
  readonly months: number
}

const MOST_ITEMS = 5
const MOST_ADVICE = 5

/** Models of a known value that return little of it, the most to save first. What is not known is not on the list. */
export function optimisations(
  models: readonly ModelLine[],
  allocations: readonly BillAllocation[],
  facts: AdviceFacts,
): readonly Optimisation[] {
  const byModel = groupBy(allocations.filter(isCarried), ({ owner }) => owner.model)
  return models
    .flatMap(({ model, team, value, economics }): Optimisation[] => {
      if (model === undefined || value === undefined || economics === undefined) return []
      const { efficiency, grade, cost } = economics
      if (efficiency !== 'LOW_ROI' && efficiency !== 'LOSS_MAKING') return []
      return [
        {
          model,
          team,
          efficiency,
          grade,
          cost,
          value,
          excess: subtract(cost, usd(value / MODERATE)),
          items: itemsOf(byModel.get(model) ?? []),
          advice: adviceFor(facts, (owner) => owner.model === model),
        },
      ]
    })
    .sort((a, b) => b.excess - a.excess || (a.model < b.model ? -1 : 1))
}

/** Teams above the budget of as many months, the furthest first. Shared costs count, as they do in the team's total. */
export function overBudget(
  allocations: readonly BillAllocation[],
  { teams }: Catalogue,
  facts: AdviceFacts,
): readonly OverBudget[] {
  const byTeam = groupBy(allocations.filter(isCarried), ({ owner }) => owner.team)
  return [...teams]
    .flatMap(([team, { budget: monthly }]): OverBudget[] => {
      if (monthly === undefined) return []
      const own = byTeam.get(team) ?? []
      const budget = usd(monthly * facts.months)
      const amount = sum(own.map((each) => each.amount))
      if (amount <= budget) return []
      const advice = adviceFor(facts, (owner) => owner.team === team)
      return [{ team, budget, amount, over: subtract(amount, budget), items: itemsOf(own), advice }]
    })
    .sort((a, b) => b.over - a.over || (a.team < b.team ? -1 : 1))
}

const isCarried = ({ kind }: BillAllocation): boolean => kind !== 'apart' && kind !== 'unallocated'

function itemsOf(allocations: readonly BillAllocation[]): readonly CostItem[] {
  const key = ({ owner, service, pool }: BillAllocation) =>
    JSON.stringify([owner.model, owner.phase, service, pool].map((name) => name ?? null))
  return [...groupBy(allocations, key)]
    .map(([name, of]) => {
      const [{ owner, service, pool }] = of as readonly [BillAllocation]
      const amount = sum(of.map((each) => each.amount))
      return { name, item: { model: owner.model, phase: owner.phase, service, pool, amount } }
    })
    .filter(({ item }) => item.amount > ZERO)
    .sort((a, b) => b.item.amount - a.item.amount || (a.name < b.name ? -1 : 1))
    .slice(0, MOST_ITEMS)
    .map(({ item }) => item)
}

function adviceFor(
  { expired, suggestions, months }: AdviceFacts,
  isOf: (owner: { readonly team?: string | undefined; readonly model?: string | undefined }) => boolean,
): readonly Advice[] {
  const ended = expired
    .filter(({ owner }) => isOf(owner))
    .map(({ resource, name, expires, amount }) => ({
      about: name ?? resource,
      what: `terminate it: it was to end on ${expires}`,
      saves: Math.round(amount / months) as Usd,
    }))
  const cheaper = suggestions
    .filter(isOf)
    .map(({ suggestion: { address, what, saves } }) => ({ about: address, what, saves }))
  return [...ended, ...cheaper]
    .sort((a, b) => b.saves - a.saves || (a.about < b.about ? -1 : 1))
    .slice(0, MOST_ADVICE)
}
