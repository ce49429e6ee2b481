import { fromUsd, US_DOLLAR } from '../domain/currency.ts'
import { resolvePath } from '../source/source-tree.ts'
import type { AscribeYml } from './ascribe-yml.ts'
import type { PriceDiscount, PriceOverride, PricesConfig, StatedCurrency } from './prices.ts'
import type { Report } from './resolve-schema.ts'
import { leavesTree } from './wording.ts'
import { nodeAt, type YamlNode } from './yaml-tree.ts'

type PricesYml = NonNullable<AscribeYml['prices']>

/** What `prices:` says. Without a rate, amounts stay in US dollars, and that is a problem at its place. */
export function readPrices(yml: AscribeYml, root: YamlNode, report: Report): PricesConfig {
  const written = yml.prices ?? {}
  const { book } = written
  const folder = book === undefined ? undefined : resolvePath('', book)
  if (book !== undefined && folder === undefined) report(['prices', 'book'], leavesTree(book))
  const currency = currencyOf(written, root, report)
  return {
    currency,
    book: folder,
    overrides: overridesOf(written, currency?.perUsd ?? 1, root, report),
    discounts: discountsOf(written, root, report),
  }
}

function currencyOf(
  { currency = US_DOLLAR, rate, 'rate-date': rateDate }: PricesYml,
  root: YamlNode,
  report: Report,
): StatedCurrency | undefined {
  if (currency === US_DOLLAR) {
    if (rate !== undefined && rate !== 1)
      report(
        ['prices', 'rate'],
        'amounts are in USD, which needs no rate. expected a "currency" beside it, e.g. EUR',
      )
    return undefined
  }
  if (rate === undefined) {
    report(
      ['prices', 'currency'],
      `${currency} needs a rate beside it: what one US dollar is, e.g. "rate: 0.92". Without it amounts are in USD`,
    )
    return undefined
  }
  return { code: currency, perUsd: rate, rateDate, range: nodeAt(root, ['prices', 'rate']).range }
}

function overridesOf(
  { overrides = [] }: PricesYml,
  perUsd: number,
  root: YamlNode,
  report: Report,
): readonly PriceOverride[] {
  return overrides.flatMap(({ sku, region, price, usd, unit }, index) => {
    const at = ['prices', 'overrides', index]
    if ((price === undefined) === (usd === undefined)) {
      report(at, 'expected either "price", in the currency of "prices", or "usd"')
      return []
    }
    const unitPrice = price ?? fromUsd(usd!, perUsd)
    return [{ sku, regionId: region, unitPrice, unit, range: nodeAt(root, at).range }]
  })
}

function discountsOf(
  { discounts = [] }: PricesYml,
  root: YamlNode,
  report: Report,
): readonly PriceDiscount[] {
  return discounts.flatMap(({ service, sku, family, percent, note }, index) => {
    const at = ['prices', 'discounts', index]
    if (service === undefined && sku === undefined && family === undefined) {
      report(at, 'this discount lacks "service", "sku" or "family": what it is for')
      return []
    }
    return [{ service, sku, family, percent, note, range: nodeAt(root, at).range }]
  })
}
