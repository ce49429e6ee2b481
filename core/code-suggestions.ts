import type { OwnedSuggestion } from './billing/efficiency/optimisation.ts'
import { inspectTree } from './check.ts'
import type { CurrencyCode } from './domain/currency.ts'
import type { PriceBook } from './pricing/price-book.ts'
import type { InspectedResource } from './review/inspection.ts'
import { findConfig } from './settings/find-config.ts'
import { pricesFor } from './settings/prices-for.ts'
import type { SourceTree } from './source/source-tree.ts'
import { suggest } from './suggestions/suggest.ts'

/** Cheaper ways to have what the code at a folder creates, each with whose it is. Savings are in the currency. */
export function codeSuggestions(
  tree: SourceTree,
  below: string,
  shipped: PriceBook,
  today?: string,
): { readonly currency: CurrencyCode; readonly suggestions: readonly OwnedSuggestion[] } {
  const { resources, prices } = inspectTree(tree, below, shipped, [], today)
  const book = pricesFor(shipped, tree, findConfig(tree, below).config.prices)
  return {
    currency: prices.currency,
    suggestions: resources.flatMap((resource) =>
      suggest([resource], book).map((suggestion) => ({ ...ownerOf(resource), suggestion })),
    ),
  }
}

function ownerOf({ owner: { team, model } }: InspectedResource): Pick<OwnedSuggestion, 'team' | 'model'> {
  return {
    team: team.kind === 'known' ? team.value : undefined,
    model: model.kind === 'known' ? model.value : undefined,
  }
}
