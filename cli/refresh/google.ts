import { digits, type FreshPrice, type Portion } from './fresh-price.ts'
import {
  ATTACHED_GPUS,
  GOOGLE_FAMILIES,
  type GoogleMachine,
  NOT_BY_PARTS,
  plainName,
} from './google-machines.ts'
import type { Http } from './http.ts'

export const GOOGLE_ENDPOINT = 'https://cloudbilling.googleapis.com'
const COMPUTE_ENGINE = '6F81-5844-456A'
const MOST_PAGES = 1_000

/** The Cloud Billing Catalog's SKUs of Compute Engine, with a key for its API. */
export function googlePortion(
  http: Http,
  endpoint: string,
  key: string,
  machines: readonly GoogleMachine[],
  regions: ReadonlySet<string>,
): Portion {
  return {
    id: 'google-compute-engine',
    title: 'Google Compute Engine',
    provider: 'google',
    isNeverEmpty: true,
    read: () => machinePrices(rates(http, endpoint, key), machines, regions),
  }
}

interface Rate {
  readonly name: string
  readonly spot: boolean
  readonly regions: readonly string[]
  /** USD for a vCPU, a GiB or a GPU an hour. */
  readonly hourly: number
}

async function* rates(http: Http, endpoint: string, key: string): AsyncGenerator<Rate> {
  let token = ''
  for (let page = 0; ; page++) {
    if (page === MOST_PAGES) throw new Error(`the catalogue has more than ${MOST_PAGES} pages`)
    const query = `pageSize=5000${token && `&pageToken=${encodeURIComponent(token)}`}`
    // In a header: addresses end up in logs.
    const answer = await http.json(`${endpoint}/v1/services/${COMPUTE_ENGINE}/skus?${query}`, {
      'X-Goog-Api-Key': key,
    })
    const { skus, nextPageToken } = answer as { skus?: unknown; nextPageToken?: unknown }
    if (!Array.isArray(skus)) throw new Error('the catalogue answered without "skus"')
    for (const sku of skus) {
      const rate = rateOf(sku as CatalogueSku)
      if (rate) yield rate
    }
    if (typeof nextPageToken !== 'string' || nextPageToken === '') return
    token = nextPageToken
  }
}

interface CatalogueSku {
  readonly description?: string
  readonly category?: { readonly usageType?: string }
  readonly serviceRegions?: readonly string[]
  readonly pricingInfo?: readonly {
    readonly pricingExpression?: {
      readonly usageUnit?: string
      readonly tieredRates?: readonly {
        readonly startUsageAmount?: number
        readonly unitPrice?: {
          readonly currencyCode?: string
          readonly units?: string
          readonly nanos?: number
        }
      }[]
    }
  }[]
}

function rateOf({
  description = '',
  category,
  serviceRegions = [],
  pricingInfo = [],
}: CatalogueSku): Rate | undefined {
  const usage = category?.usageType
  if (usage !== 'OnDemand' && usage !== 'Preemptible') return undefined
  const expression = pricingInfo.at(-1)?.pricingExpression
  const [tier] = expression?.tieredRates ?? []
  if (!/^(?:h|GiBy\.h)$/.test(expression?.usageUnit ?? '') || tier?.unitPrice?.currencyCode !== 'USD')
    return undefined
  const hourly = Number(tier.unitPrice.units ?? 0) + (tier.unitPrice.nanos ?? 0) / 1e9
  const name = description
    .replace(/^Spot Preemptible /, '')
    .replace(/^(.*) attached to Spot Preemptible VMs (running in )/, '$1 $2')
    .replace(/ running in .*$/, '')
  return hourly > 0 ? { name, spot: usage === 'Preemptible', regions: serviceRegions, hourly } : undefined
}

/** A machine costs its vCPUs, its memory and its GPUs; without all of these rates in a region it has no price there. */
async function* machinePrices(
  all: AsyncIterable<Rate>,
  machines: readonly GoogleMachine[],
  regions: ReadonlySet<string>,
): AsyncGenerator<FreshPrice> {
  const known = new Map<string, number>()
  const at = (region: string, spot: boolean, name: string) =>
    known.get(`${region} ${spot} ${plainName(name)}`)
  for await (const { name, spot, regions: where, hourly } of all)
    for (const region of where) known.set(`${region} ${spot} ${plainName(name)}`, hourly)
  if (known.size === 0) throw new Error('the catalogue has no hourly price of Compute Engine')
  for (const regionId of regions)
    for (const spot of [false, true]) {
      const suffix = spot ? '-spot' : ''
      const price = (skuId: string, pricingUnit: string, hourly: number): FreshPrice => ({
        provider: 'google',
        regionId,
        skuId,
        pricingUnit,
        listUnitPrice: digits(hourly),
      })
      for (const [accelerator, name] of Object.entries(ATTACHED_GPUS)) {
        const hourly = at(regionId, spot, name)
        if (hourly !== undefined) yield price(`gce/gpu${suffix}/${accelerator}`, 'GPU-Hours', hourly)
      }
      for (const [family, { core, ram, custom }] of Object.entries(GOOGLE_FAMILIES)) {
        const [vcpu, memory] = [at(regionId, spot, core), at(regionId, spot, ram)]
        if (!custom || vcpu === undefined || memory === undefined) continue
        yield price(`gce/vcpu${suffix}/${family}`, 'vCPU-Hours', vcpu)
        yield price(`gce/memory${suffix}/${family}`, 'GB-Hours', memory)
      }
      for (const machine of machines) {
        const family = GOOGLE_FAMILIES[machine.instanceType.split('-')[0]!]
        if (!family || NOT_BY_PARTS.test(machine.instanceType)) continue
        const parts = [
          [at(regionId, spot, family.core), machine.vcpu],
          [at(regionId, spot, family.ram), machine.memoryGiB],
          ...(machine.gpus === 0 ? [] : [[at(regionId, spot, family.gpu ?? ''), machine.gpus] as const]),
        ] as const
        if (parts.some(([rate]) => rate === undefined)) continue
        const hourly = parts.reduce((sum, [rate, count]) => sum + rate! * count, 0)
        yield price(`gce/vm${suffix}/${machine.instanceType}`, 'Hours', hourly)
      }
    }
}
