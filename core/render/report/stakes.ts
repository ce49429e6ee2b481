import { identityOf } from '../../domain/address.ts'
import { type CurrencyCode, signOf } from '../../domain/currency.ts'
import type { Owner } from '../../domain/owner.ts'
import type { InspectedResource } from '../../review/inspection.ts'
import type { Review } from '../../review/review.ts'
import { amountText } from '../amounts/amount.ts'
import type { Violation } from './violations.ts'

/** Finds the owner of a resource's cost, where the result holds the resource. */
export type OwnerOf = (project: string, address: string) => Owner | undefined

export function ownersOf(resources: Iterable<InspectedResource>): OwnerOf {
  const owners = new Map<string, Owner>()
  for (const { resource, owner } of resources) owners.set(identityOf(resource), owner)
  return (project, address) => owners.get(identityOf({ project, address }))
}

export function ownersIn({ resources }: Pick<Review, 'resources'>): OwnerOf {
  return ownersOf(resources.flatMap(({ after }) => (after ? [after] : [])))
}

/**
 * The money that a violation is about: `$885/month unattributed` where it is why nobody owns it. Undefined where
 * there is none.
 */
export type StakesOf = (violation: Violation) => string | undefined

export function stakesBy(ownerOf: OwnerOf, currency: CurrencyCode): StakesOf {
  return ({ ruleId, project, address, monthlyCost }) => {
    if (monthlyCost <= 0) return undefined
    const owner = ruleId === 'missing-tag' ? ownerOf(project, address) : undefined
    const unowned = owner?.team.kind === 'missing' || owner?.model.kind === 'missing'
    return `${amountText(monthlyCost, signOf(currency))}/month ${unowned ? 'unattributed' : 'at stake'}`
  }
}

export function stakesIn(review: Pick<Review, 'resources' | 'prices'>): StakesOf {
  return stakesBy(ownersIn(review), review.prices.currency)
}
