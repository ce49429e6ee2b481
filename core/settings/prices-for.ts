import type { PricesConfig } from '../config/prices.ts'
import { ConfigurationError } from '../domain/configuration-error.ts'
import { inCurrency } from '../pricing/in-currency.ts'
import { overrideProblems, withOwnPrices } from '../pricing/own-prices.ts'
import { openPriceBook, type PriceBook } from '../pricing/price-book.ts'
import type { Problem } from '../source/problem.ts'
import { joinPath, type SourceTree } from '../source/source-tree.ts'

/**
 * The prices that a configuration asks for: the shipped book, or one that lies in the tree beside the configuration, in
 * the currency that is stated and with one's own prices and discounts. Throws a `ConfigurationError` where the book is not there or of another version.
 */
export function pricesFor(shipped: PriceBook, tree: SourceTree, prices: PricesConfig): PriceBook {
  const book = prices.book === undefined ? shipped : bookIn(tree, prices.book)
  return withOwnPrices(inCurrency(book, prices.currency), prices)
}

/** What of `prices:` the book does not allow for. */
export function priceProblems(
  shipped: PriceBook,
  tree: SourceTree,
  prices: PricesConfig,
): readonly Problem[] {
  if (prices.overrides.length === 0) return []
  return [...overrideProblems(prices.book === undefined ? shipped : bookIn(tree, prices.book), prices)]
}

function bookIn(tree: SourceTree, folder: string): PriceBook {
  if (tree.read(joinPath(folder, 'book.csv')) === undefined)
    throw new ConfigurationError(
      `there is no price book at "${folder}" (prices.book): expected ${joinPath(folder, 'book.csv')}, as ascribe prices refresh writes it`,
    )
  return openPriceBook((name) => tree.read(joinPath(folder, name)))
}
