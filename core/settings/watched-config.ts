import { CONFIG_FILE_NAMES } from '../config/read-config.ts'
import { USAGE_FILE_NAME } from '../config/usage-file.ts'
import { ConfigurationError } from '../domain/configuration-error.ts'
import { BASELINE_FILE_NAME } from '../exemptions/baseline.ts'
import type { PriceBook } from '../pricing/price-book.ts'
import type { Problem } from '../source/problem.ts'
import type { SourceTree } from '../source/source-tree.ts'
import type { FoundConfig } from './find-config.ts'
import { priceProblems, pricesFor } from './prices-for.ts'

/** Whether a file may be a part of a configuration by its name alone. */
export function isConfigFile(path: string): boolean {
  const names = [...CONFIG_FILE_NAMES, USAGE_FILE_NAME, BASELINE_FILE_NAME]
  return names.some((name) => path === name || path.endsWith(`/${name}`))
}

/** Whether a file is one that this configuration reads besides, wherever it lies. */
export function isIncludedIn({ included }: FoundConfig, path: string): boolean {
  return included.some((file) => file.path === path)
}

/** Whether a file is of the price book that a configuration asks for. */
export function isOfBookOf({ config }: FoundConfig, path: string): boolean {
  const { book } = config.prices
  return book !== undefined && (path === book || path.startsWith(`${book}/`))
}

/** Whether two configurations are read from the same texts. */
export function isSameConfig(before: FoundConfig, after: FoundConfig): boolean {
  return (
    before.directory === after.directory &&
    before.source?.text === after.source?.text &&
    before.usageSource?.text === after.usageSource?.text &&
    before.included.length === after.included.length &&
    before.included.every(({ path, text }, index) => {
      const now = after.included[index]!
      return now.path === path && now.text === text
    })
  )
}

/** A price book that cannot be read is a problem of the configuration that asks for it. Until it can, list prices hold. */
export function pricedBy(
  { config, source }: FoundConfig,
  prices: PriceBook,
  tree: SourceTree,
  today: string | undefined,
): { readonly book: PriceBook; readonly problems: readonly Problem[] } {
  try {
    return {
      book: pricesFor(prices, tree, config.prices),
      problems: priceProblems(prices, tree, config.prices, today),
    }
  } catch (error) {
    if (!(error instanceof ConfigurationError && source)) throw error
    const range = { source, start: 0, end: 0 }
    return { book: prices, problems: [{ severity: 'error', message: error.message, range }] }
  }
}
