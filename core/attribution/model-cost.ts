import type { EconomicsConfig } from '../config/economics.ts'
import { matchesGlob } from '../config/resource-match.ts'
import type { Estimate } from '../domain/estimate.ts'
import { add, type Usd, ZERO } from '../domain/money.ts'
import { type Allocation, type Attributable, nameOf } from './allocation.ts'
import type { ModelCost } from './unit-economics.ts'

/** What each model costs in the environments that count, its part of shared costs included. */
export function modelCosts(
  allocations: readonly Allocation[],
  resources: readonly (Attributable & { readonly estimate: Estimate })[],
  { environments }: EconomicsConfig,
): (model: string) => ModelCost {
  const costs = new Map<string, { cost: Usd; atLeast: boolean }>()
  const unpriced = new Map<string, number>()
  const unplaced = new Set<string>()
  const counts = (environment: string) => environments.some((pattern) => matchesGlob(pattern, environment))
  for (const { owner, amount, atLeast } of allocations) {
    const model = nameOf(owner.model)
    const environment = nameOf(owner.environment)
    if (model === undefined) continue
    if (owner.environment.kind === 'unknown') unplaced.add(model)
    if (environment === undefined || !counts(environment)) continue
    const known = costs.get(model) ?? { cost: ZERO, atLeast: false }
    costs.set(model, { cost: add(known.cost, amount), atLeast: known.atLeast || atLeast })
  }
  for (const { owner, estimate } of resources) {
    if (estimate.kind !== 'unpriced' && estimate.kind !== 'unknown') continue
    const { model, environment } = owner
    if (model.kind !== 'known') continue
    if (environment.kind === 'known' ? counts(environment.value) : environment.kind === 'unknown')
      unpriced.set(model.value, (unpriced.get(model.value) ?? 0) + 1)
  }
  return (model) => {
    const { cost = ZERO, atLeast = false } = costs.get(model) ?? {}
    const incomplete = incompleteOf(unpriced.get(model) ?? 0, atLeast, unplaced.has(model))
    return { cost, atLeast: incomplete !== undefined, incomplete }
  }
}

function incompleteOf(unpriced: number, atLeast: boolean, isUnplaced: boolean): string | undefined {
  if (unpriced > 0)
    return `${unpriced} of its resources ${unpriced === 1 ? 'has a price' : 'have prices'} that ${unpriced === 1 ? 'is' : 'are'} not known`
  if (atLeast) return 'it is not known how many of its resources there are'
  return isUnplaced ? 'the environment of a part of its cost is not known' : undefined
}
