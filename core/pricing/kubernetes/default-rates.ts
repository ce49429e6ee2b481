import { type Currency, fromUsd, signOf, US_DOLLAR } from '../../domain/currency.ts'
import type { FoundPrice } from '../basis.ts'
import { BASE_RATES } from './node-share.ts'

/** What is charged for by rates, where no machine is known. */
export type RatedResource = keyof typeof BASE_RATES

const UNITS: Readonly<Record<RatedResource, string>> = {
  cpu: 'Core-Hours',
  memoryGiB: 'GiB-Hours',
  accelerator: 'GPU-Hours',
}

/**
 * OpenCost's default rate, marked as standing in for a price: what a cluster's nodes really cost is not known. A GPU's is
 * far below that of a large one.
 */
export function defaultRate(resource: RatedResource, currency: Currency | undefined): FoundPrice {
  const skuId = `opencost/default/${resource === 'memoryGiB' ? 'memory' : resource}`
  return {
    price: {
      skuId,
      regionId: 'us-central1',
      pricingUnit: UNITS[resource],
      listUnitPrice: fromUsd(BASE_RATES[resource], currency?.perUsd ?? 1),
      source: 'OpenCost default.json',
      sourceDate: 'undated-2026',
    },
    basis: { kind: 'equivalent', skuId, rule: "OpenCost's default rate" },
  }
}

/** What `clusters:` in ascribe.yml says, in the currency of all amounts. */
export function declaredRate(resource: RatedResource, hourly: number): FoundPrice {
  const skuId = `declared/${resource === 'memoryGiB' ? 'memory' : resource}`
  return {
    price: {
      skuId,
      regionId: 'declared',
      pricingUnit: UNITS[resource],
      listUnitPrice: hourly,
      source: 'ascribe.yml (clusters)',
      sourceDate: 'as declared',
    },
    basis: { kind: 'exact' },
  }
}

/** Said once beside every figure that stands on these rates. */
export function defaultRatesText(currency: Currency | undefined): string {
  const [cpu, memory] = [rateText('cpu', currency), rateText('memoryGiB', currency)]
  return `no node pool is known: CPU and memory at OpenCost's default rates (${cpu} a core-hour, ${memory} a GiB-hour)`
}

export function defaultGpuRateText(currency: Currency | undefined): string {
  const rate = rateText('accelerator', currency)
  return `GPU model not known: OpenCost's default GPU price, ${rate} an hour; an H100 costs several times that`
}

function rateText(resource: RatedResource, currency: Currency | undefined): string {
  return signOf(currency?.code ?? US_DOLLAR) + defaultRate(resource, currency).price.listUnitPrice
}
