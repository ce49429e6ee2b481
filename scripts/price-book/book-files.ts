import { acceleratorPrices } from './accelerator-prices.ts'
import type { BookPrice } from './book-price.ts'
import { derivedPrices } from './derived-prices.ts'
import { WANTED, type WantedPrice } from './derived-wanted.ts'
import { WANTED_AZURE } from './derived-wanted-azure.ts'
import { WANTED_GOOGLE } from './derived-wanted-google.ts'
import { instancePrices } from './instance-prices.ts'
import { instanceTypesFile } from './instance-types.ts'
import { machineRates } from './machine-rates.ts'
import { PROVIDER_NAMES, titleOf } from './providers.ts'
import { servicePrices } from './service-prices.ts'
import { type BookSource, bookSource } from './sources.ts'
import { withoutWindows } from './windows-prices.ts'

/** The facts folder's files that the book is made from. */
export interface Facts {
  readonly readme: string
  readonly compute: string
  readonly services: string
  readonly accelerators: string
  readonly instanceTypes: string
  readonly infracostDerived: string
}

const VERSION = 1
const GENERATED = '# Written by scripts/price-book/build.ts; do not edit.'

/** Every file of the book, by its name in the book. */
export function bookFiles(
  facts: Facts,
  wanted: readonly WantedPrice[] = [...WANTED, ...WANTED_AZURE, ...WANTED_GOOGLE],
): Map<string, string> {
  const date = /collected (\d{4}-\d\d-\d\d)/.exec(facts.readme)?.[1]
  if (!date) throw new Error('the facts README does not say "collected YYYY-MM-DD"')
  const instances = withoutWindows([...instancePrices(facts.compute)])
  const files = filesOf(date, [
    ...instances,
    ...machineRates(instances, facts.instanceTypes),
    ...acceleratorPrices(facts.accelerators),
    ...servicePrices(facts.services),
    ...derivedPrices(facts.infracostDerived, wanted).map((price) => ({
      ...price,
      provider: price.resourceType.slice(0, price.resourceType.indexOf('_')),
      // The goldens carry no date; most are of 2024.
      source: bookSource(price.source, '2024'),
    })),
  ])
  for (const provider of PROVIDER_NAMES)
    files.set(`${provider}/instance-types.csv`, instanceTypesFile(facts.instanceTypes, provider, GENERATED))
  return files
}

/** A file for each region, and the list of them. */
function filesOf(date: string, prices: readonly BookPrice[]): Map<string, string> {
  const byRegion = new Map<string, BookPrice[]>()
  for (const price of prices) {
    const region = `${price.provider}/${price.regionId}`
    const there = byRegion.get(region)
    if (there) there.push(price)
    else byRegion.set(region, [price])
  }
  const regions = [...byRegion.keys()].sort()
  const files = new Map<string, string>()
  for (const region of regions) files.set(`${region}.csv`, regionFile(byRegion.get(region)!))
  files.set(
    'book.csv',
    [
      GENERATED,
      `# version ${VERSION}`,
      `# date ${date}`,
      'Provider,RegionId,Prices',
      ...regions.map((region) => `${region.replace('/', ',')},${byRegion.get(region)!.length}`),
      '',
    ].join('\n'),
  )
  return files
}

function regionFile(prices: readonly BookPrice[]): string {
  const { provider, regionId } = prices[0]!
  const lines = new Map<string, string>()
  for (const { skuId, pricingUnit, listUnitPrice, source } of prices) {
    if (!(Number(listUnitPrice) > 0)) throw new Error(`price "${listUnitPrice}" of ${skuId} in ${regionId}`)
    if (/[,\n#]/.test(skuId)) throw new Error(`"${skuId}" cannot be the name of a SKU`)
    if (lines.has(skuId)) throw new Error(`${skuId} in ${regionId} is there twice`)
    lines.set(skuId, [skuId, pricingUnit, listUnitPrice, source.id].join(','))
  }
  return [
    GENERATED,
    `# ${titleOf(provider)} list prices in ${regionId}, USD, without tax and commitment discounts.`,
    ...sourceLines(prices.map(({ source }) => source)),
    'SkuId,PricingUnit,ListUnitPrice,Source',
    ...[...lines.keys()].sort().map((sku) => lines.get(sku)!),
    '',
  ].join('\n')
}

function sourceLines(sources: Iterable<BookSource>): string[] {
  const byId = new Map<string, string>()
  for (const { id, date, published } of sources) byId.set(id, `# source ${id} ${date} ${published}`)
  return [...byId.values()].sort()
}
