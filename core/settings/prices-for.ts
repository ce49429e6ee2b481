import type { PricesConfig } from '../config/prices.ts'
import { ConfigurationError } from '../domain/configuration-error.ts'
import { inCurrency } from '../pricing/in-currency.ts'
import { overrideProblems, withOwnPrices } from '../pricing/own-prices.ts'
import { rateAgeWarning } from '../pricing/price-age.ts'
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

/** What of `prices:` the book does not allow for, and a rate that is old by `today`, an ISO date. */
export function priceProblems(
  shipped: PriceBook,
  tree: SourceTree,
  prices: PricesConfig,
  today: string | undefined,
): readonly Problem[] {
  const old = rateProblems(prices, today)
  if (prices.overrides.length === 0) return old
  const book = prices.book === undefined ? shipped : bookIn(tree, prices.book)
  return [...old, ...overrideProblems(book, prices)]
}

function rateProblems({ currency }: PricesConfig, today: string | undefined): readonly Problem[] {
  const message = currency && today !== undefined ? rateAgeWarning(currency, today) : undefined
  return message === undefined ? [] : [{ severity: 'warning', message, range: currency!.range }]
}

function bookIn(tree: SourceTree, folder: string): PriceBook {
  if (tree.read(joinPath(folder, 'book.csv')) === undefined)
    throw new ConfigurationError(
      `there is no price book at "${folder}" (prices.book): expected ${joinPath(folder, 'book.csv')}, as ascribe prices refresh writes it`,
    )
  return openPriceBook((name) => tree.read(joinPath(folder, name)))
}
