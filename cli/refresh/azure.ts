import { digits, type FreshPrice, type Portion } from './fresh-price.ts'
import type { Http } from './http.ts'

export const AZURE_ENDPOINT = 'https://prices.azure.com'
const MOST_PAGES = 2_000

/** The Azure Retail Prices API, region by region: pages of 1,000 that name the next. */
export function azurePortions(
  http: Http,
  endpoint: string,
  regions: Iterable<string>,
  hasMachines: (region: string) => boolean,
): Portion[] {
  return [...regions].map((region) => ({
    id: `azurerm-vm-${region}`,
    title: `Azure virtual machines in ${region}`,
    provider: 'azurerm',
    isNeverEmpty: hasMachines(region),
    read: () => machinePrices(http, endpoint, region),
  }))
}

async function* machinePrices(http: Http, endpoint: string, region: string): AsyncGenerator<FreshPrice> {
  const filter = `serviceName eq 'Virtual Machines' and armRegionName eq '${region}' and priceType eq 'Consumption'`
  let url: string | null = `${endpoint}/api/retail/prices?$filter=${encodeURIComponent(filter)}`
  for (let page = 0; url !== null; page++) {
    if (page === MOST_PAGES) throw new Error(`${region} has more than ${MOST_PAGES} pages of prices`)
    const answer = await http.json(url)
    const { Items: items, NextPageLink: next } = answer as { Items?: unknown; NextPageLink?: unknown }
    if (!Array.isArray(items)) throw new Error(`${url}: expected "Items", found none`)
    for (const item of items) {
      const price = machinePrice(item, region)
      if (price) yield price
    }
    url = nextPage(next, endpoint)
  }
}

interface RetailPrice {
  readonly currencyCode?: unknown
  readonly retailPrice?: unknown
  readonly armRegionName?: unknown
  readonly armSkuName?: unknown
  readonly productName?: unknown
  readonly skuName?: unknown
  readonly unitOfMeasure?: unknown
  readonly type?: unknown
  readonly tierMinimumUnits?: unknown
}

/** Linux, by the hour; `… CloudServices` products have a Windows licence in them, whatever their name. */
function machinePrice(item: unknown, region: string): FreshPrice | undefined {
  const {
    currencyCode,
    retailPrice,
    armRegionName,
    armSkuName,
    productName,
    skuName,
    unitOfMeasure,
    type,
    tierMinimumUnits = 0,
  } = (item ?? {}) as RetailPrice
  const isMeant =
    currencyCode === 'USD' &&
    type === 'Consumption' &&
    unitOfMeasure === '1 Hour' &&
    armRegionName === region &&
    tierMinimumUnits === 0
  if (!isMeant || typeof retailPrice !== 'number' || !(retailPrice > 0)) return undefined
  if (typeof armSkuName !== 'string' || !/^[A-Za-z]\w+(?:-\w+)*$/.test(armSkuName)) return undefined
  if (typeof productName !== 'string' || /Windows|CloudServices|Dedicated Host/.test(productName))
    return undefined
  const purchase = String(skuName)
  if (/Low Priority/.test(purchase)) return undefined
  return {
    provider: 'azurerm',
    regionId: region,
    skuId: `azure-vm/linux${/ Spot$/.test(purchase) ? '-spot' : ''}/${armSkuName}`,
    pricingUnit: 'Hours',
    listUnitPrice: digits(retailPrice),
  }
}

/** Only on the host that was asked: another one is no next page. */
function nextPage(next: unknown, endpoint: string): string | null {
  if (next === null || next === undefined || next === '') return null
  const address = typeof next === 'string' && URL.canParse(next) ? new URL(next) : undefined
  if (!address || address.hostname !== new URL(endpoint).hostname)
    throw new Error(
      `expected "NextPageLink" to lead to ${new URL(endpoint).hostname}, found ${JSON.stringify(next)}`,
    )
  return new URL(address.pathname + address.search, endpoint).href
}
