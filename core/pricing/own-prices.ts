import type { PriceDiscount, PriceOverride, PricesConfig } from '../config/prices.ts'
import { matchesGlob } from '../config/resource-match.ts'
import type { Problem } from '../source/problem.ts'
import { fileAndLine } from '../source/source-file.ts'
import type { PriceBook } from './price-book.ts'

/** The book with one's own prices in place of list prices, and with the discounts that `ascribe.yml` states. */
export function withOwnPrices(
  book: PriceBook,
  { overrides, discounts, book: folder }: Omit<PricesConfig, 'currency'>,
): PriceBook {
  if (folder === undefined && overrides.length === 0 && discounts.length === 0) return book
  const bySku = new Map<string, PriceOverride[]>()
  for (const override of overrides) {
    const there = bySku.get(override.sku)
    if (there) there.push(override)
    else bySku.set(override.sku, [override])
  }
  return {
    ...book,
    terms: [...(book.terms ?? []), ...termsOf({ overrides, discounts, book: folder })],
    price(provider, regionId, skuId) {
      const listed = book.price(provider, regionId, skuId)
      const own = bySku.get(skuId)?.find((each) => each.regionId === undefined || each.regionId === regionId)
      const pricingUnit = listed?.pricingUnit ?? own?.unit
      if (!own || pricingUnit === undefined || (own.unit ?? pricingUnit) !== pricingUnit) return listed
      return {
        skuId,
        regionId,
        pricingUnit,
        listUnitPrice: own.unitPrice,
        source: `own price at ${fileAndLine(own.range)}`,
        sourceDate: 'undated',
        isOwn: true,
      }
    },
    discount: (serviceName, skuId) => discounts.find((each) => fits(each, serviceName, skuId)),
  }
}

/** An override that cannot be applied to any price of the book, at its place. */
export function* overrideProblems(book: PriceBook, { overrides }: PricesConfig): Generator<Problem> {
  for (const { sku, regionId, unit, range } of overrides) {
    const units = unitsOf(book, sku, regionId)
    if (units.size === 0 && unit === undefined)
      yield {
        severity: 'warning',
        message: `there is no list price for "${sku}"${regionId === undefined ? '' : ` in ${regionId}`}, so this one needs a "unit", e.g. Hours. ascribe prices show lists SKUs`,
        range,
      }
    else if (units.size > 0 && unit !== undefined && !units.has(unit))
      yield {
        severity: 'warning',
        message: `"${sku}" is priced by ${[...units].join(' or ')}, not by "${unit}": this price is not applied`,
        range,
      }
  }
}

function unitsOf(book: PriceBook, sku: string, regionId: string | undefined): ReadonlySet<string> {
  const units = new Set<string>()
  for (const provider of book.providers)
    for (const region of book.regions(provider)) {
      if (regionId !== undefined && region !== regionId) continue
      const unit = book.price(provider, region, sku)?.pricingUnit
      if (unit !== undefined) units.add(unit)
    }
  return units
}

function fits({ service, sku, family }: PriceDiscount, serviceName: string, skuId: string): boolean {
  return (
    (service === undefined || matchesGlob(service, serviceName)) &&
    (sku === undefined || matchesGlob(sku, skuId)) &&
    (family === undefined || skuId.split('/').some((part) => familyOf(part) === family))
  )
}

/** `ml.p5.48xlarge` → `p5`, `n2-standard-4` → `n2`; the part itself where it is no instance type. */
function familyOf(part: string): string {
  return part.replace(/^(?:ml|db|cache)\./, '').replace(/[.-].*/, '')
}

/** What differs from list prices, for those who read the figures. */
function termsOf({ book, overrides, discounts }: Omit<PricesConfig, 'currency'>): readonly string[] {
  return [
    ...(book === undefined ? [] : [`prices from ${book === '' ? 'the repository' : book}`]),
    ...(overrides.length === 0
      ? []
      : [
          `${overrides.length} own ${overrides.length === 1 ? 'price' : 'prices'} at ${fileAndLine(overrides[0]!.range)}`,
        ]),
    ...discounts.map(
      ({ service, sku, family, percent, note, range }) =>
        `${percent} % off ${service ?? sku ?? family}${note === undefined ? '' : ` (${note})`} at ${fileAndLine(range)}`,
    ),
  ]
}
