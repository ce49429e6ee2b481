import type { BookPrice } from './book-price.ts'

const BURSTABLE = /^azure-vm\/linux\/Standard_B(\d+)([a-z]*)_v2$/
/** What a Windows licence adds to a vCPU-hour of a B v2 machine. */
const LICENCE = 0.0046
const TOLERANCE = 0.0006

/**
 * Without the prices of Azure's B v2 machines that have a Windows licence in them: the facts were cleaned of most, and
 * some single rows are left. Sizes of a series cost a vCPU alike in a region; one that costs a licence more is not Linux.
 */
export function withoutWindows(prices: readonly BookPrice[]): readonly BookPrice[] {
  const series = new Map<string, number[]>()
  for (const price of prices) {
    const size = sizeOf(price)
    if (!size) continue
    const rates = series.get(size.series)
    if (rates) rates.push(size.rate)
    else series.set(size.series, [size.rate])
  }
  return prices.filter((price) => {
    const size = sizeOf(price)
    if (!size) return true
    const lowest = Math.min(...series.get(size.series)!)
    return Math.abs(size.rate - lowest - LICENCE) > TOLERANCE
  })
}

function sizeOf({ skuId, regionId, listUnitPrice }: BookPrice): { series: string; rate: number } | undefined {
  const [, vcpu, letters] = BURSTABLE.exec(skuId) ?? []
  return vcpu === undefined
    ? undefined
    : { series: `${regionId} ${letters}`, rate: Number(listUnitPrice) / Number(vcpu) }
}
