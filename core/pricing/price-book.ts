import { ConfigurationError } from '../domain/configuration-error.ts'
import { type Currency, signOf, US_DOLLAR } from '../domain/currency.ts'

/** What a provider publishes: the list price of one unit of a SKU in a region. */
export interface Price {
  /** e.g. `ec2/linux/p4d.24xlarge`, `ebs/gp3/storage` */
  readonly skuId: string
  readonly regionId: string
  /** FOCUS unit format: `Hours`, `GB-Months`. */
  readonly pricingUnit: string
  /** For one unit, in the book's currency. */
  readonly listUnitPrice: number
  /** Who published it. */
  readonly source: string
  /** Date of the data: `2025-11-03`, or as near as the source says (`2024`, `undated-2026`). */
  readonly sourceDate: string
  /** Stated in `ascribe.yml`, in place of a list price: no discount comes on top. */
  readonly isOwn?: true
}

/** Percent off a list price, as `ascribe.yml` states it. */
export interface Discount {
  readonly percent: number
  readonly note: string | undefined
}

/** What an instance type is made of. */
export interface InstanceSpec {
  readonly instanceType: string
  readonly vcpu: number
  readonly memoryGiB: number
  readonly accelerator: Accelerator | undefined
  readonly architecture: string
}

export interface Accelerator {
  /** An id of accelerator-models.ts, e.g. `nvidia-a100-40gb`; empty where no source names it. */
  readonly model: string
  /** May be a part of one, e.g. 0.125; undefined where no source says it. */
  readonly count: number | undefined
  /** Of each; undefined where no source says it. */
  readonly memoryGiB: number | undefined
}

/** The embedded list prices. Both sides of a review are priced with one book. */
export interface PriceBook {
  readonly version: number
  /** The day the facts were collected. */
  readonly date: string
  readonly providers: readonly string[]
  /** What its prices are in; without it US dollars. */
  readonly currency?: Currency
  /** What of `ascribe.yml` makes the prices differ from the lists, for a reader. */
  readonly terms?: readonly string[]
  /** The regions that have prices; empty for a provider that the book does not hold. */
  regions(provider: string): readonly string[]
  price(provider: string, regionId: string, skuId: string): Price | undefined
  /** The ids of all SKUs that have a price in a region. */
  skus(provider: string, regionId: string): Iterable<string>
  spec(provider: string, instanceType: string): InstanceSpec | undefined
  /** Every instance type of a provider whose specification is known, in the order of their names. */
  instanceTypes(provider: string): readonly InstanceSpec[]
  /** What comes off the list price of a charge. */
  discount?(serviceName: string, skuId: string): Discount | undefined
}

/** What stands before an amount that its prices make. */
export function signOfPrices({ currency }: Pick<PriceBook, 'currency'>): string {
  return signOf(currency?.code ?? US_DOLLAR)
}

const SUPPORTED_VERSION = 1

/**
 * Opens the book whose files `read` gives by name (`book.csv`, `aws/us-east-1.csv`, …). A region's file is read when
 * its first price is asked for, and once. Throws a `ConfigurationError` where the book is missing or not of a version
 * that this Ascribe reads.
 */
export function openPriceBook(read: (name: string) => string | undefined): PriceBook {
  const contents = readTable(read, 'book.csv')
  const version = Number(contents.notes.get('version'))
  if (version !== SUPPORTED_VERSION)
    throw new ConfigurationError(
      `the price book is of version "${contents.notes.get('version')}", expected ${SUPPORTED_VERSION}`,
    )
  const regions = new Map<string, string[]>()
  for (const [provider = '', region = ''] of contents.rows)
    regions.set(provider, [...(regions.get(provider) ?? []), region])

  const tables = new Map<string, Map<string, string>>()
  const prices = new Map<string, Price>()
  const specs = new Map<string, readonly InstanceSpec[]>()
  const lines = (name: string): Map<string, string> => {
    const table = tables.get(name) ?? indexLines(readText(read, name))
    tables.set(name, table)
    return table
  }
  return {
    version,
    date: contents.notes.get('date') ?? '',
    providers: [...regions.keys()],
    regions: (provider) => regions.get(provider) ?? [],
    price(provider, regionId, skuId) {
      if (!regions.get(provider)?.includes(regionId)) return undefined
      const table = lines(`${provider}/${regionId}.csv`)
      const line = table.get(skuId)
      if (line === undefined) return undefined
      // A large repository has the same few a thousand times.
      const sku = `${provider}/${regionId}/${skuId}`
      const price = prices.get(sku) ?? toPrice(line, regionId, table)
      prices.set(sku, price)
      return price
    },
    *skus(provider, regionId) {
      if (!regions.get(provider)?.includes(regionId)) return
      for (const skuId of lines(`${provider}/${regionId}.csv`).keys()) if (!skuId.startsWith('#')) yield skuId
    },
    spec(provider, instanceType) {
      if (!regions.has(provider)) return undefined
      const line = lines(`${provider}/instance-types.csv`).get(instanceType)
      return line === undefined ? undefined : toSpec(line)
    },
    instanceTypes(provider) {
      if (!regions.has(provider)) return []
      const known =
        specs.get(provider) ??
        [...lines(`${provider}/instance-types.csv`).values()].flatMap((line) => toSpec(line) ?? [])
      specs.set(provider, known)
      return known
    },
  }
}

/** Lines by their first field; source lines (`# source ID DATE PUBLISHER`) by `# source ID`. */
function indexLines(text: string): Map<string, string> {
  const table = new Map<string, string>()
  let heading = true
  for (const line of text.split('\n')) {
    if (heading && !line.startsWith('#')) {
      heading = false
      continue
    }
    const end = line.startsWith('# source ')
      ? line.indexOf(' ', 9)
      : line.startsWith('#')
        ? -1
        : line.indexOf(',')
    if (end > 0) table.set(line.slice(0, end), line)
  }
  return table
}

/** USD for one unit; what is dearer is a mistake, in a book of one's own too. */
const HIGHEST_PRICE = 1_000_000

function toPrice(line: string, regionId: string, table: Map<string, string>): Price {
  const [skuId = '', pricingUnit = '', listUnitPrice = '', sourceId] = line.split(',')
  const price = listUnitPrice === '' ? Number.NaN : Number(listUnitPrice)
  if (!(price >= 0 && price <= HIGHEST_PRICE))
    throw new ConfigurationError(
      `the price book has "${listUnitPrice}" as the price of ${skuId} in ${regionId}, expected USD from 0 to ${HIGHEST_PRICE}`,
    )
  const [sourceDate = '', ...source] = table.get(`# source ${sourceId}`)?.split(' ').slice(3) ?? []
  return {
    skuId,
    regionId,
    pricingUnit,
    listUnitPrice: price,
    source: source.join(' '),
    sourceDate,
  }
}

/** Undefined for half a specification. */
function toSpec(line: string): InstanceSpec | undefined {
  const [instanceType = '', vcpu, memoryGiB, model = '', count, acceleratorMemory, architecture = ''] =
    line.split(',')
  const accelerator =
    model || count
      ? { model, count: numberOrNone(count), memoryGiB: numberOrNone(acceleratorMemory) }
      : undefined
  if (!(Number(vcpu) > 0 && Number(memoryGiB) > 0)) return undefined
  return { instanceType, vcpu: Number(vcpu), memoryGiB: Number(memoryGiB), accelerator, architecture }
}

function numberOrNone(field: string | undefined): number | undefined {
  return field ? Number(field) : undefined
}

interface Table {
  readonly notes: ReadonlyMap<string, string>
  readonly rows: readonly (readonly string[])[]
}

function readTable(read: (name: string) => string | undefined, name: string): Table {
  const lines = readText(read, name).split('\n')
  const notes = new Map<string, string>()
  for (const line of lines) {
    const note = /^# (\w+) (\S+)$/.exec(line)
    if (note) notes.set(note[1]!, note[2]!)
  }
  const [, ...rows] = lines.filter((line) => line !== '' && !line.startsWith('#'))
  return { notes, rows: rows.map((row) => row.split(',')) }
}

function readText(read: (name: string) => string | undefined, name: string): string {
  const text = read(name)
  if (text === undefined)
    throw new ConfigurationError(`the price book lacks its file "${name}"; install Ascribe anew`)
  return text
}
