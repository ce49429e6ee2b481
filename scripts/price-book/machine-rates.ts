import type { BookPrice } from './book-price.ts'
import { parseCsv } from './csv.ts'

/** Families of Google's machines that are sold by vCPU and GiB, also in sizes of one's own. */
const FAMILY = /^gce\/vm(-spot)?\/(e2|n1|n2|n2d|n4|n4a|n4d)-(?:standard|highmem|highcpu)-\d+$/
/** Prices are published with six decimals or more. */
const TOLERANCE = 0.0001

interface Machine {
  readonly vcpu: number
  readonly memoryGiB: number
  readonly price: BookPrice
}

/**
 * What a vCPU and a GiB of a family cost an hour. No fact says it, but the predefined sizes do: their prices are sums of
 * so many vCPUs and GiB, and a rate is only taken where all sizes of the family in the region agree on it.
 */
export function* machineRates(prices: readonly BookPrice[], instanceTypes: string): Generator<BookPrice> {
  const specs = new Map(
    parseCsv(instanceTypes)
      .filter(({ provider }) => provider === 'gcp')
      .map((row) => [row.instance_type!, { vcpu: Number(row.vcpu), memoryGiB: Number(row.memory_gib) }]),
  )
  const families = new Map<string, Machine[]>()
  for (const price of prices) {
    const [, spot = '', family] = FAMILY.exec(price.skuId) ?? []
    const spec = specs.get(price.skuId.slice(price.skuId.lastIndexOf('/') + 1))
    if (!family || !spec) continue
    const key = `${price.regionId} ${family} ${spot}`
    const machines = families.get(key)
    const machine = { ...spec, price }
    if (machines) machines.push(machine)
    else families.set(key, [machine])
  }
  for (const [key, machines] of families) {
    const rates = commonRates(machines)
    if (!rates) continue
    const [regionId = '', family, spot] = key.split(' ')
    const common = { provider: 'google', regionId, source: machines[0]!.price.source }
    yield {
      ...common,
      skuId: `gce/vcpu${spot}/${family}`,
      pricingUnit: 'vCPU-Hours',
      listUnitPrice: rates.vcpu,
    }
    yield {
      ...common,
      skuId: `gce/memory${spot}/${family}`,
      pricingUnit: 'GB-Hours',
      listUnitPrice: rates.memory,
    }
  }
}

/** Least squares over all sizes; undefined where one of them is off. */
function commonRates(machines: readonly Machine[]): { vcpu: string; memory: string } | undefined {
  let [cc, cm, mm, cp, mp] = [0, 0, 0, 0, 0]
  for (const { vcpu, memoryGiB, price } of machines) {
    const hourly = Number(price.listUnitPrice)
    cc += vcpu * vcpu
    cm += vcpu * memoryGiB
    mm += memoryGiB * memoryGiB
    cp += vcpu * hourly
    mp += memoryGiB * hourly
  }
  const determinant = cc * mm - cm * cm
  if (Math.abs(determinant) < 1e-6) return undefined
  const vcpu = ((cp * mm - cm * mp) / determinant).toFixed(6)
  const memory = ((cc * mp - cm * cp) / determinant).toFixed(6)
  const agree = machines.every(({ vcpu: count, memoryGiB, price }) => {
    const hourly = Number(price.listUnitPrice)
    return Math.abs(count * Number(vcpu) + memoryGiB * Number(memory) - hourly) <= hourly * TOLERANCE + 5e-5
  })
  return agree ? { vcpu: String(Number(vcpu)), memory: String(Number(memory)) } : undefined
}
