import { type Charge, costOfCharge, type Estimate } from '../domain/estimate.ts'
import { type Usd, usd } from '../domain/money.ts'
import type { Owner } from '../domain/owner.ts'
import { providerName } from '../domain/provider.ts'
import type { Resource } from '../domain/resource.ts'
import type { Suggestion } from '../domain/suggestion.ts'
import type { PriceBook } from '../pricing/price-book.ts'
import { suggestionRules } from './rules/index.ts'
import type { Charged, Offer, SuggestionRule } from './rules/suggestion-rule.ts'

/** What is asked of a resource that could be had for less. */
export interface Suggestible {
  readonly resource: Resource
  readonly estimate: Estimate
  readonly owner: Owner
}

/** Less than this a month is nobody's concern. */
const LEAST = usd(1)

/**
 * Cheaper ways to have the resources, the most money first. Each stands for itself: they are not to be added up. A price
 * that the book does not hold is no suggestion.
 */
export function suggest(resources: readonly Suggestible[], prices: PriceBook): readonly Suggestion[] {
  return resources
    .flatMap((one) => suggestionsFor(one, prices))
    .sort((a, b) => b.saves - a.saves || (nameOf(a) < nameOf(b) ? -1 : 1))
}

function suggestionsFor(
  { resource, estimate, owner }: Suggestible,
  prices: PriceBook,
): readonly Suggestion[] {
  if (estimate.kind !== 'priced') return []
  const provider = providerName(resource.provider.source)
  const phase = owner.phase.kind === 'known' ? owner.phase.value : undefined
  return suggestionRules.flatMap((rule) =>
    estimate.charges.flatMap((charge) => {
      const offer = bestOf(rule, { charge, resource, provider, phase, prices })
      const saves = offer ? savingOf(charge, offer) : (0 as Usd)
      if (!offer || saves < LEAST) return []
      const { project, address, range } = resource
      const { what, source, sourceDate } = offer
      return [{ id: rule.id, project, address, range, what, saves, risk: rule.risk, source, sourceDate }]
    }),
  )
}

function bestOf(rule: SuggestionRule, charged: Charged): Offer | undefined {
  let best: Offer | undefined
  for (const offer of rule.offers(charged)) if (!best || offer.share < best.share) best = offer
  return best
}

/** Whatever comes off the one price is taken to come off the other. */
function savingOf(charge: Charge, { share }: Offer): Usd {
  return Math.round(costOfCharge(charge) * (1 - share)) as Usd
}

function nameOf({ project, address, id, what }: Suggestion): string {
  return [project, address, id, what].join('\n')
}
