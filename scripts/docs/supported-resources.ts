import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Resource } from '../../core/domain/resource.ts'
import { findPrice } from '../../core/pricing/basis.ts'
import { isFree } from '../../core/pricing/free-types.ts'
import { openPriceBook, type PriceBook } from '../../core/pricing/price-book.ts'
import type { Pricer, PricingContext } from '../../core/pricing/pricer.ts'
import { PRICERS } from '../../core/pricing/pricers/index.ts'
import { HOURS_PER_MONTH } from '../../core/pricing/usage.ts'
import { memoryTree } from '../../core/source/source-tree.ts'
import { aws } from '../../core/tags/taggability/aws.generated.ts'
import { azurerm } from '../../core/tags/taggability/azurerm.generated.ts'
import { databricks } from '../../core/tags/taggability/databricks.generated.ts'
import { google } from '../../core/tags/taggability/google.generated.ts'
import { type PackedTable, unpack } from '../../core/tags/taggability/packed-table.ts'
import { ConfigurationLoader, loadProject } from '../../core/terraform/index.ts'
import { buildGraph } from '../../core/topology/build-graph.ts'
import { placeOf } from '../../core/topology/place.ts'
import type { ResourceGraph } from '../../core/topology/resource-graph.ts'

/** docs/supported-resources.md: what each type is charged for in its own fixture, and where there are prices for it. */

const ROOT = join(import.meta.dirname, '../..')
const BOOK = join(ROOT, 'core/pricing/book')
const FIXTURES = join(ROOT, 'test/pricing/pricers')

interface TypeRow {
  readonly types: readonly string[]
  /** What is charged → the SKUs it is charged by. */
  readonly charges: ReadonlyMap<string, ReadonlySet<string>>
  readonly byUse: ReadonlySet<string>
  readonly keys: ReadonlySet<string>
  readonly provider: string
}

export function supportedResources(): string {
  const book = openPriceBook((name) => readFileSync(join(BOOK, name), 'utf8'))
  const rows = PRICERS.map((pricer) => rowOf(pricer, book)).sort((a, b) =>
    a.types[0]! < b.types[0]! ? -1 : 1,
  )
  return `# Supported resources

Written by \`npm run docs:resources\`; do not edit. Prices are those of ${book.date}; each charge that \`ascribe inspect\` prints
names its own source and date, and its assumptions.

Behind each charge: in how many regions there is its own price, and after a \`+\` in how many another's stands in
([how near a price is](prices.md#how-near-a-price-is)). Where a charge depends on a size, it is the sizes of the tests that are
counted. *Italic*: charged by use, and part of the figure where a [usage file](usage.md) says how much. \`0\`: no price yet; the
resource is then unpriced, and says which SKU has no price.

| Type | Charged for | Keys of usage files |
| --- | --- | --- |
${rows.map((row) => line(row, book)).join('\n')}

## Free

${PROVIDERS.map(({ title, table }) => `${freeTypes(table).length} types of the ${title} provider`).join(', ')} cost nothing themselves: access control, wiring, settings and parts
of other resources. They are named in \`core/pricing/free-types\`.

## Not priced

Types that may cost something and have no pricer yet are reported so.

${PROVIDERS.map(({ title, table }) => notPriced(title, table)).join('\n\n')}
`
}

const PROVIDERS = [
  { title: 'AWS', table: aws },
  { title: 'Google', table: google },
  { title: 'Azure', table: azurerm },
  { title: 'Databricks', table: databricks },
] as const

function freeTypes(table: PackedTable): string[] {
  return [...unpack(table).keys()].filter((type) => isFree(any(type)))
}

function notPriced(title: string, table: PackedTable): string {
  const priced = new Set(PRICERS.flatMap((pricer) => pricer.types))
  const rest = [...unpack(table).keys()].filter((type) => !priced.has(type) && !isFree(any(type)))
  return `${rest.length} types of the ${title} provider: ${rest.map((type) => `\`${type}\``).join(', ')}`
}

function line({ types, charges, byUse, keys, provider }: TypeRow, book: PriceBook): string {
  const texts = [...charges].map(([name, skus]) => {
    const { exact, others } = [...skus]
      .map((sku) => regionsOf(sku, provider, book))
      .reduce((most, one) =>
        one.exact > most.exact || (one.exact === most.exact && one.others > most.others) ? one : most,
      )
    const text = byUse.has(name) ? `*${name}*` : name
    return `${text} ${exact}${others > 0 ? ` + ${others}` : ''}`
  })
  const listed = [...keys].map((key) => `\`${key}\``).join(', ')
  return `| ${types.map((type) => `\`${type}\``).join(', ')} | ${texts.join('; ') || 'nothing in its tests'} | ${listed} |`
}

const counted = new Map<string, { readonly exact: number; readonly others: number }>()

function regionsOf(sku: string, provider: string, book: PriceBook) {
  const known = counted.get(`${provider} ${sku}`)
  if (known) return known
  let exact = 0
  let others = 0
  for (const region of book.regions(provider)) {
    const found = findPrice(book, provider, region, sku)
    if (found?.basis.kind === 'exact') exact++
    else if (found) others++
  }
  counted.set(`${provider} ${sku}`, { exact, others })
  return { exact, others }
}

/** Every charge of the pricer's fixture, with and without usage. */
function rowOf(pricer: Pricer, book: PriceBook): TypeRow {
  const charges = new Map<string, Set<string>>()
  const always = new Set<string>()
  const keys = new Set<string>()
  const { resources, graph } = fixtureOf(pricer)
  let provider = 'aws'
  for (const resource of resources) {
    provider = placeOf(resource, graph).provider
    for (const value of [undefined, 1000]) {
      for (const { description, sku } of metersOf(pricer, contextOf(resource, graph, book, value, keys))) {
        const name = nameOf(description)
        charges.set(name, (charges.get(name) ?? new Set()).add(sku))
        if (value === undefined) always.add(name)
      }
    }
  }
  const byUse = new Set([...charges.keys()].filter((name) => !always.has(name)))
  return { types: pricer.types, charges, byUse, keys, provider }
}

function metersOf(pricer: Pricer, context: PricingContext) {
  const parts = pricer.parts(context)
  if (parts.kind === 'unknown') return []
  return [...parts.value].flatMap((part) => (part.kind === 'meter' ? [part] : []))
}

function contextOf(
  resource: Resource,
  graph: ResourceGraph,
  book: PriceBook,
  value: number | undefined,
  keys: Set<string>,
): PricingContext {
  const place = placeOf(resource, graph)
  const { provider } = place
  const region = place.region.kind === 'string' ? place.region.value : ''
  return {
    resource,
    graph,
    provider,
    region: place.region,
    book,
    nodes: undefined,
    discount: () => undefined,
    hours: HOURS_PER_MONTH,
    price: (sku) => findPrice(book, provider, region, sku),
    spec: (type) => book.spec(provider, type),
    quantity({ key }) {
      keys.add(key)
      return value === undefined ? undefined : { value, place: '' }
    },
  }
}

/** The resources of a pricer's own fixture; of a plain type, one without arguments. */
function fixtureOf({ types }: Pricer): {
  readonly resources: readonly Resource[]
  readonly graph: ResourceGraph
} {
  const [type] = types
  const file = `${type!.replaceAll('_', '-')}.tf`
  const text = readdirSync(FIXTURES).includes(file)
    ? readFileSync(join(FIXTURES, file), 'utf8')
    : plainFixture(type!)
  const tree = memoryTree({ 'main.tf': text })
  const spec = { id: '', root: '', variableFiles: [], workspace: 'default' }
  const { resources } = loadProject(new ConfigurationLoader(tree), spec)
  return {
    resources: resources.filter((resource) => types.includes(resource.type)),
    graph: buildGraph(resources),
  }
}

/** `Broker (kafka.m5.large)`, `Storage, 100 GiB gp3` → without the size. */
function nameOf(description: string): string {
  return description
    .replace(/^(Variant|Volume|Index) [^,(]+/, '$1')
    .replace(/\s*\(.*?\)/g, '')
    .replace(/,.*$/, '')
    .replace(/^\d+ (?:× )?[^a-zA-Z]*/, '')
    .replace(/ (?:at|of) \d.*$/, '')
    .trim()
}

/** Somewhere in each cloud where there are most prices. */
const REGIONS: Readonly<Record<string, string>> = {
  aws: 'us-east-1',
  azurerm: 'eastus',
  google: 'us-central1',
}

function plainFixture(type: string): string {
  const provider = type.slice(0, type.indexOf('_'))
  const region = REGIONS[provider]
  if (provider === 'azurerm') return `resource "${type}" "any" {\n  location = "${region}"\n}\n`
  return `provider "${provider}" {\n  region = "${region}"\n}\nresource "${type}" "any" {}\n`
}

function any(type: string): Resource {
  const name = type.slice(0, type.indexOf('_'))
  return { type, provider: { name, source: `registry.terraform.io/hashicorp/${name}` } } as Resource
}
