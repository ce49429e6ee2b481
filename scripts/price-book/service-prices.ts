import type { BookPrice } from './book-price.ts'
import { parseCsv } from './csv.ts'
import { plain } from './derived-prices.ts'
import { providerOf } from './providers.ts'
import { skuId } from './sku-id.ts'
import { bookSource } from './sources.ts'
import { pricingUnit } from './units.ts'

const TOKENS = '1m-tokens'
/** Azure's resources name the model that is deployed; what others charge for a token, no resource of theirs leads to. */
const OF_DEPLOYMENTS = 'azure_openai'
/** Prices of tokens have no region in the facts; the book keeps them with this one. */
const TOKEN_REGION = 'eastus'

/** What services cost, from `services.csv`. */
export function* servicePrices(services: string): Generator<BookPrice> {
  for (const row of parseCsv(services)) {
    if (row.unit === TOKENS) {
      if (row.service === OF_DEPLOYMENTS) yield tokenPrice(row)
      continue
    }
    const { name: provider, region } = providerOf(row.provider!)
    if (!region.test(row.region!)) throw new Error(`unknown region "${row.region}" in services.csv`)
    yield {
      provider,
      regionId: row.region!,
      skuId: skuId(row.sku!),
      pricingUnit: pricingUnit(row.unit!),
      listUnitPrice: row.usd_per_unit!,
      source: bookSource(row.source!, row.source_date!),
    }
  }
}

function tokenPrice(row: Readonly<Record<string, string>>): BookPrice {
  if (row.region !== 'global') throw new Error(`tokens of "${row.sku}" have the region "${row.region}"`)
  return {
    provider: providerOf(row.provider!).name,
    regionId: TOKEN_REGION,
    skuId: skuId(row.sku!),
    pricingUnit: 'Tokens',
    listUnitPrice: plain(Number(row.usd_per_unit!) / 1e6),
    source: bookSource(row.source!, row.source_date!),
  }
}
