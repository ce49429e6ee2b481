import { readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { ConfigurationError, type PriceBook } from '../../core/index.ts'
import { AWS_ENDPOINT, awsPortions } from './aws.ts'
import { awsSpotPrices } from './aws-spot.ts'
import { AZURE_ENDPOINT, azurePortions } from './azure.ts'
import type { FreshPrice, Portion } from './fresh-price.ts'
import { GOOGLE_ENDPOINT, googlePortion } from './google.ts'
import { http } from './http.ts'
import type { Source } from './merge.ts'
import { readPortions } from './read-portions.ts'
import { type WrittenBook, writeBook } from './write-book.ts'

export interface RefreshOptions {
  /** The book that is refreshed, and its files. */
  readonly book: PriceBook
  readonly read: (name: string) => string | undefined
  /** The folder that the refreshed book is written to. */
  readonly out: string
  readonly providers: readonly string[]
  readonly region: string | undefined
  readonly googleKey: string | undefined
  /** Files of what `aws ec2 describe-spot-price-history` printed, which is about a region each. */
  readonly awsSpot: readonly string[]
  readonly acceptMoves: boolean
  /** In place of the providers' own. */
  readonly endpoints: Readonly<Partial<Record<string, string>>>
  /** `2026-11-21` */
  readonly today: string
  readonly firstPauseMs?: number
  readonly say: (line: string) => void
}

export interface Refreshed extends WrittenBook {
  readonly failures: readonly string[]
}

const PUBLISHERS: Readonly<Record<string, string>> = {
  aws: 'AWS Price List, bulk files',
  azurerm: 'Azure Retail Prices API',
  google: 'Cloud Billing Catalog',
}
const SPOT_PUBLISHER = 'EC2 spot price history, mean of the zones'

/** Reads the providers' price lists and writes a book with their prices in place of those that it can tell. */
export async function refresh(options: RefreshOptions): Promise<Refreshed> {
  const { out, say, today, firstPauseMs = 1_000 } = options
  const kept = path.join(out, '.refresh')
  const failures: string[] = []
  const portions: Portion[] = []
  for (const provider of options.providers)
    try {
      portions.push(...(await portionsOf(provider, options, firstPauseMs)))
    } catch (error) {
      if (error instanceof ConfigurationError) throw error
      failures.push(`${provider}: ${error instanceof Error ? error.message : String(error)}`)
    }
  const read = await readPortions(portions, kept, say, firstPauseMs)
  failures.push(...read.failures)
  const spot = options.awsSpot.flatMap((file) => spotPrices(file, options))
  const spotSource = { id: `awsspot${compact(today)}`, date: today, publisher: SPOT_PUBLISHER }
  // Spot prices alone make a book no younger.
  const isOfToday = portions.length > 0 && failures.length === 0
  const written = writeBook(options, isOfToday, [
    ...read.prices.map((price) => ({ price, source: sourceOf(price.provider, today) })),
    ...spot.map((price) => ({ price, source: spotSource })),
  ])
  // What could be read is kept for another run where something is still missing.
  if (failures.length === 0) rmSync(kept, { recursive: true, force: true })
  return { ...written, failures }
}

async function portionsOf(
  provider: string,
  { book, region, endpoints, googleKey, today }: RefreshOptions,
  firstPauseMs: number,
): Promise<Portion[]> {
  const client = http(firstPauseMs)
  const regions = new Set(region === undefined ? book.regions(provider) : [region])
  const dated = (portion: Portion) => ({ ...portion, id: `${portion.id}-${compact(today)}` })
  switch (provider) {
    case 'aws':
      return awsPortions(client, endpoints.aws ?? AWS_ENDPOINT, regions)
    case 'azurerm':
      return azurePortions(client, endpoints.azurerm ?? AZURE_ENDPOINT, regions, (each) =>
        [...book.skus('azurerm', each)].some((skuId) => skuId.startsWith('azure-vm/')),
      ).map(dated)
    case 'google': {
      if (!googleKey)
        throw new ConfigurationError(
          'Google Cloud’s catalogue asks for an API key: set GOOGLE_API_KEY, or name the other providers with --provider',
        )
      const machines = book.instanceTypes('google').map(({ instanceType, vcpu, memoryGiB, accelerator }) => ({
        instanceType,
        vcpu,
        memoryGiB,
        gpus: accelerator?.count ?? 0,
      }))
      return [dated(googlePortion(client, endpoints.google ?? GOOGLE_ENDPOINT, googleKey, machines, regions))]
    }
    default:
      return []
  }
}

function spotPrices(file: string, { book, region }: RefreshOptions): FreshPrice[] {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    throw new ConfigurationError(`${file} cannot be read: ${error instanceof Error ? error.message : error}`)
  }
  const regions = region === undefined ? book.regions('aws') : [region]
  return awsSpotPrices(text, file).filter(({ regionId }) => regions.includes(regionId))
}

function sourceOf(provider: string, today: string): Source {
  return { id: `${provider}${compact(today)}`, date: today, publisher: PUBLISHERS[provider] ?? provider }
}

const compact = (date: string) => date.slice(2).replaceAll('-', '')
