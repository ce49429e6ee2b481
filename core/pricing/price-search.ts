import { nearest } from '../config/nearest.ts'
import type { Basis } from '../domain/estimate.ts'
import { type FoundPrice, findPrice } from './basis.ts'
import { nodePrice } from './node-price.ts'
import type { InstanceSpec, Price, PriceBook } from './price-book.ts'

export interface PriceQuery {
  /** A SKU id, the beginning of one (`ebs/gp3`), or a part between slashes: `p4d.24xlarge`, `nvidia-tesla-t4`. */
  readonly name: string
  readonly provider: string | undefined
  readonly regionId: string | undefined
}

export interface PricedSku {
  readonly provider: string
  readonly price: Price
  readonly basis: Basis
}

export type PriceSearch =
  | { readonly kind: 'found'; readonly prices: readonly PricedSku[]; readonly specs: readonly NamedSpec[] }
  /** In one line: what is not there, and what was probably meant. */
  | { readonly kind: 'none'; readonly because: string }

export interface NamedSpec {
  readonly provider: string
  readonly spec: InstanceSpec
}

/** Every price of what is asked for, region by region. */
export function searchPrices(book: PriceBook, query: PriceQuery): PriceSearch {
  const wrong = unknownPlace(book, query)
  if (wrong) return { kind: 'none', because: wrong }
  const prices = placesOf(book, query).flatMap(([provider, regionId]) =>
    pricesIn(book, provider, regionId, query.name),
  )
  const specs = providersOf(book, query).flatMap((provider) => {
    const spec = book.spec(provider, query.name)
    return spec ? [{ provider, spec }] : []
  })
  if (prices.length > 0) return { kind: 'found', prices, specs }
  return { kind: 'none', because: nothingFound(book, query) }
}

function providersOf(book: PriceBook, { provider }: PriceQuery): readonly string[] {
  return provider === undefined ? book.providers : [provider]
}

function placesOf(book: PriceBook, query: PriceQuery): (readonly [string, string])[] {
  return providersOf(book, query).flatMap((provider) =>
    book
      .regions(provider)
      .filter((region) => query.regionId === undefined || region === query.regionId)
      .map((region) => [provider, region] as const),
  )
}

function pricesIn(book: PriceBook, provider: string, regionId: string, name: string): PricedSku[] {
  const found: PricedSku[] = []
  for (const skuId of book.skus(provider, regionId))
    if (isMeant(skuId, name)) {
      const price = book.price(provider, regionId, skuId)
      if (price) found.push({ provider, price, basis: { kind: 'exact' } })
    }
  if (found.length > 0) return found
  const nearby: FoundPrice | undefined = name.includes('/')
    ? findPrice(book, provider, regionId, name)
    : nodePrice(book, provider, regionId, name, false)
  return nearby ? [{ provider, ...nearby }] : []
}

function isMeant(skuId: string, name: string): boolean {
  if (name.includes('/')) return skuId === name || skuId.startsWith(`${name}/`)
  const at = `/${skuId}/`.indexOf(`/${name}/`)
  return at >= 0
}

function unknownPlace(book: PriceBook, { provider, regionId }: PriceQuery): string | undefined {
  if (provider !== undefined && !book.providers.includes(provider))
    return `unknown provider "${provider}". expected one of ${book.providers.join(', ')}`
  if (regionId === undefined) return undefined
  const regions = (provider === undefined ? book.providers : [provider]).flatMap((each) => book.regions(each))
  if (regions.includes(regionId)) return undefined
  const near = nearest(regionId, regions)
  const hint = near === undefined ? 'ascribe prices lists them' : `did you mean "${near}"?`
  return `no prices in region "${regionId}". ${hint}`
}

function nothingFound(book: PriceBook, query: PriceQuery): string {
  const { name, regionId } = query
  if (regionId !== undefined) {
    const elsewhere = placesOf(book, { ...query, regionId: undefined }).filter(
      ([provider, region]) => pricesIn(book, provider, region, name).length > 0,
    )
    if (elsewhere.length > 0)
      return `no price for "${name}" in ${regionId}. it has one in ${some(elsewhere.map(([, region]) => region))}`
  }
  const known = providersOf(book, query).find((provider) => book.spec(provider, name))
  if (known) return `no price for "${name}" in any region of ${known}: it is known, but not what it costs`
  const near = nearest(name, candidates(book, query))
  return `no price for "${name}"${near === undefined ? '' : `. did you mean "${near}"?`}`
}

const MOST_NAMED = 6

function some(regions: readonly string[]): string {
  const named = regions.slice(0, MOST_NAMED).join(', ')
  return regions.length > MOST_NAMED ? `${named} and ${regions.length - MOST_NAMED} more` : named
}

/** Instance types, SKUs, and the parts of SKUs: what may have been meant. */
function candidates(book: PriceBook, query: PriceQuery): Iterable<string> {
  const names = new Set<string>()
  for (const provider of providersOf(book, query))
    for (const { instanceType } of book.instanceTypes(provider)) names.add(instanceType)
  for (const [provider, region] of placesOf(book, query))
    for (const skuId of book.skus(provider, region)) {
      names.add(skuId)
      for (const part of skuId.split('/')) names.add(part)
    }
  return names
}
