import { parseCsv } from './csv.ts'
import { derivedPrices } from './derived-prices.ts'
import { skuId } from './sku-id.ts'
import { type BookSource, bookSource } from './sources.ts'
import { pricingUnit } from './units.ts'

/** The facts folder's files that the book is made from. */
export interface Facts {
  readonly readme: string
  readonly compute: string
  readonly services: string
  readonly instanceTypes: string
  readonly infracostDerived: string
}

interface BookPrice {
  readonly regionId: string
  readonly skuId: string
  readonly pricingUnit: string
  readonly listUnitPrice: string
  readonly source: BookSource
}

const VERSION = 1
const GENERATED = '# Written by scripts/price-book/build.ts; do not edit.'
/** EMR's surcharge is a fifth of the facts and nothing reads it yet; token prices have no region. */
const LEFT_OUT = new Set(['emr', 'bedrock'])
/** A region proper: Local Zones (us-west-2-lax-1) and Wavelength Zones have longer names. */
const REGION = /^[a-z]{2}(-gov)?-[a-z]+-\d$/

/** Every file of the book, by its name in the book. */
export function bookFiles(facts: Facts): Map<string, string> {
  const date = /collected (\d{4}-\d\d-\d\d)/.exec(facts.readme)?.[1]
  if (!date) throw new Error('the facts README does not say "collected YYYY-MM-DD"')
  const prices = [
    ...instancePrices(facts.compute),
    ...servicePrices(facts.services),
    ...derivedPrices(facts.infracostDerived).map((price) => ({
      ...price,
      regionId: 'us-east-1',
      // The goldens carry no date; most are of 2024.
      source: bookSource(price.source, '2024'),
    })),
  ]
  const byRegion = new Map<string, BookPrice[]>()
  for (const price of prices) {
    const region = byRegion.get(price.regionId)
    if (region) region.push(price)
    else byRegion.set(price.regionId, [price])
  }
  const regions = [...byRegion.keys()].sort()
  const files = new Map<string, string>()
  for (const region of regions) files.set(`aws/${region}.csv`, regionFile(region, byRegion.get(region)!))
  files.set('aws/instance-types.csv', instanceTypesFile(facts.instanceTypes))
  files.set(
    'book.csv',
    [
      GENERATED,
      `# version ${VERSION}`,
      `# date ${date}`,
      'Provider,RegionId,Prices',
      ...regions.map((region) => `aws,${region},${byRegion.get(region)!.length}`),
      '',
    ].join('\n'),
  )
  return files
}

function* instancePrices(compute: string): Generator<BookPrice> {
  for (const row of parseCsv(compute)) {
    if (row.provider !== 'aws' || row.purchase !== 'on_demand' || !REGION.test(row.region!)) continue
    if (row.os !== 'linux') throw new Error(`unknown operating system "${row.os}" in compute.csv`)
    const dedicated = row.source!.endsWith(':metal-dedicated')
    yield {
      regionId: row.region!,
      skuId: `ec2/linux${dedicated ? '-dedicated' : ''}/${row.instance_type}`,
      pricingUnit: 'Hours',
      listUnitPrice: row.usd_per_hour!,
      source: bookSource(row.source!, row.source_date!),
    }
  }
}

function* servicePrices(services: string): Generator<BookPrice> {
  for (const row of parseCsv(services)) {
    if (row.provider !== 'aws' || LEFT_OUT.has(row.service!)) continue
    if (!REGION.test(row.region!)) throw new Error(`unknown region "${row.region}" in services.csv`)
    yield {
      regionId: row.region!,
      skuId: skuId(row.sku!),
      pricingUnit: pricingUnit(row.unit!),
      listUnitPrice: row.usd_per_unit!,
      source: bookSource(row.source!, row.source_date!),
    }
  }
}

function regionFile(region: string, prices: readonly BookPrice[]): string {
  const lines = new Map<string, string>()
  for (const { skuId, pricingUnit, listUnitPrice, source } of prices) {
    if (!(Number(listUnitPrice) > 0)) throw new Error(`price "${listUnitPrice}" of ${skuId} in ${region}`)
    if (lines.has(skuId)) throw new Error(`${skuId} in ${region} is there twice`)
    lines.set(skuId, [skuId, pricingUnit, listUnitPrice, source.id].join(','))
  }
  return [
    GENERATED,
    `# AWS list prices in ${region}, USD, without tax and commitment discounts.`,
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

function instanceTypesFile(instanceTypes: string): string {
  const lines: string[] = []
  for (const row of parseCsv(instanceTypes)) {
    // Figures that come from no fetched source are no facts.
    if (row.provider !== 'aws' || row.source!.startsWith('unverified')) continue
    const model = row.source!.includes('unverified') ? '' : row.gpu_model!
    lines.push(
      [row.instance_type, row.vcpu, row.memory_gib, model, row.gpu_count, row.gpu_memory_gib, row.arch].join(
        ',',
      ),
    )
  }
  return [
    GENERATED,
    '# EC2 instance types, from aws/karpenter-provider-aws@1d927085 and kubernetes/autoscaler@55c37cd5.',
    'InstanceType,vCPU,MemoryGiB,Accelerator,AcceleratorCount,AcceleratorMemoryGiB,Architecture',
    ...lines.sort(),
    '',
  ].join('\n')
}
