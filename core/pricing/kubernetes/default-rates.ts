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
export function defaultRate(resource: RatedResource): FoundPrice {
  const skuId = `opencost/default/${resource === 'memoryGiB' ? 'memory' : resource}`
  return {
    price: {
      skuId,
      regionId: 'us-central1',
      pricingUnit: UNITS[resource],
      listUnitPrice: BASE_RATES[resource],
      source: 'OpenCost default.json',
      sourceDate: 'undated-2026',
    },
    basis: { kind: 'equivalent', skuId, rule: "OpenCost's default rate" },
  }
}

/** What `clusters:` in ascribe.yml says. */
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
export const DEFAULT_RATES =
  "no node pool is known: CPU and memory at OpenCost's default rates ($0.031611 a core-hour, $0.004237 a GiB-hour)"

export const DEFAULT_GPU_RATE =
  "GPU model not known: OpenCost's default GPU price, $0.95 an hour; an H100 costs several times that"
