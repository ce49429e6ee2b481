import type { BookPrice } from './book-price.ts'
import { parseCsv } from './csv.ts'
import { providerOf } from './providers.ts'
import { skuId } from './sku-id.ts'
import { bookSource } from './sources.ts'
import { pricingUnit } from './units.ts'

/** Prices of a million tokens: they have no region, and no argument of a resource says how many there will be. */
const TOKENS = '1m-tokens'

/** What services cost, from `services.csv`. */
export function* servicePrices(services: string): Generator<BookPrice> {
  for (const row of parseCsv(services)) {
    if (row.unit === TOKENS) continue
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
