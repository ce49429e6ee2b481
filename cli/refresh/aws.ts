import { csvFields } from '../../bills/csv-fields.ts'
import { AWS_OFFERS, type OfferRow } from './aws-meters.ts'
import { digits, type FreshPrice, type Portion } from './fresh-price.ts'
import type { Http } from './http.ts'

export const AWS_ENDPOINT = 'https://pricing.us-east-1.amazonaws.com'

/** The AWS Price List's bulk files: an index of offers, of each an index of regions, of each region a CSV file. */
export async function awsPortions(
  http: Http,
  endpoint: string,
  regions: ReadonlySet<string>,
): Promise<Portion[]> {
  const { offers } = record(await http.json(`${endpoint}/offers/v1.0/aws/index.json`), 'the offer index')
  const portions: Portion[] = []
  for (const offer of Object.keys(AWS_OFFERS)) {
    const { currentRegionIndexUrl } = record(record(offers, 'offers')[offer], `offer ${offer}`)
    const index = record(await http.json(endpoint + path(currentRegionIndexUrl)), `the regions of ${offer}`)
    for (const [region, entry] of Object.entries(record(index.regions, `the regions of ${offer}`))) {
      if (!regions.has(region)) continue
      const url = path(record(entry, region).currentVersionUrl).replace(/\.json$/, '.csv')
      const version = url.split('/').at(-3) ?? ''
      portions.push({
        id: `aws-${offer}-${region}-${version.replace(/\W/g, '')}`,
        title: `AWS ${offer} in ${region}`,
        provider: 'aws',
        isNeverEmpty: offer === 'AmazonEC2',
        read: () => offerPrices(http.lines(endpoint + url), offer, region),
      })
    }
  }
  return portions
}

const FIRST_COLUMN = 'SKU'

/** The first lines are about the file (`"Publication Date","…"`); then come the columns' names, then a price each. */
async function* offerPrices(
  lines: AsyncIterable<string>,
  offer: string,
  regionId: string,
): AsyncGenerator<FreshPrice> {
  const meterOf = AWS_OFFERS[offer]!
  let columns: ReadonlyMap<string, number> | undefined
  for await (const line of lines) {
    const fields = csvFields(line)
    if (!columns) {
      if (fields[0] === FIRST_COLUMN) columns = new Map(fields.map((name, index) => [name, index]))
      continue
    }
    if (fields.length !== columns.size)
      throw new Error(`a line has ${fields.length} fields, expected ${columns.size}`)
    const row: OfferRow = (column) => fields[columns!.get(column) ?? -1] ?? ''
    if (row('TermType') !== 'OnDemand' || row('Currency') !== 'USD') continue
    // Local Zones and Wavelength Zones are in the files of their regions.
    if (row('Location Type') !== 'AWS Region') continue
    const hourly = Number(row('PricePerUnit'))
    const meter = hourly > 0 && Number(row('StartingRange') || 0) === 0 ? meterOf(row) : undefined
    if (meter)
      yield {
        provider: 'aws',
        regionId,
        skuId: meter.skuId,
        pricingUnit: meter.pricingUnit,
        listUnitPrice: digits(hourly / (meter.divisor ?? 1)),
      }
  }
  if (!columns) throw new Error('there is no line of column names')
}

function record(value: unknown, what: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null) throw new Error(`${what} is missing in the price list`)
  return value as Record<string, unknown>
}

/** Addresses in the lists are paths on the same host; nothing else is followed. */
function path(value: unknown): string {
  if (typeof value !== 'string' || !/^\/offers\/[\w./-]+$/.test(value) || value.includes('..'))
    throw new Error(`expected the path of a price list, found ${JSON.stringify(value)}`)
  return value
}
