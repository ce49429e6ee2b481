import type { BookPrice } from './book-price.ts'
import { parseCsv } from './csv.ts'
import { providerOf } from './providers.ts'
import { bookSource } from './sources.ts'

/** How a purchase is written in a SKU: on demand is the plain one. */
const PURCHASE: Readonly<Record<string, string>> = {
  on_demand: '',
  spot: '-spot',
  capacity_block: '-capacity-block',
}
const MACHINES: Readonly<Record<string, string>> = {
  aws: 'ec2/linux',
  google: 'gce/vm',
  azurerm: 'azure-vm/linux',
}

/** What virtual machines cost an hour, from `compute.csv`. */
export function* instancePrices(compute: string): Generator<BookPrice> {
  for (const row of parseCsv(compute)) {
    const { name: provider, region } = providerOf(row.provider!)
    if (!region.test(row.region!)) continue
    if (row.os !== 'linux') throw new Error(`unknown operating system "${row.os}" in compute.csv`)
    const purchase = PURCHASE[row.purchase!]
    if (purchase === undefined) throw new Error(`unknown purchase "${row.purchase}" in compute.csv`)
    const dedicated = row.source!.endsWith(':metal-dedicated') ? '-dedicated' : ''
    yield {
      provider,
      regionId: row.region!,
      skuId: `${MACHINES[provider]}${dedicated}${purchase}/${row.instance_type}`,
      pricingUnit: 'Hours',
      listUnitPrice: row.usd_per_hour!,
      source: bookSource(row.source!, row.source_date!),
    }
  }
}
