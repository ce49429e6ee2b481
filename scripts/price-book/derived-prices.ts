import { parseCsv } from './csv.ts'
import { WANTED, type WantedPrice } from './derived-wanted.ts'

/** The wanted prices. Fails where one is missing, zero, too coarse, or disagrees with itself. */
export function derivedPrices(infracostDerived: string, wanted: readonly WantedPrice[] = WANTED) {
  const rows = parseCsv(infracostDerived)
  const byName = new Map<string, Record<string, string>[]>()
  for (const row of rows) {
    const name = nameOf(row.region!, row.resource_type!, row.component!, row.unit!)
    byName.set(name, [...(byName.get(name) ?? []), row])
  }
  return wanted.map((price) => {
    const { resourceType, component, unit, skuId, pricingUnit, units, regionId, among } = price
    const found = (byName.get(nameOf(regionId, resourceType, component, unit)) ?? []).filter(
      (row) => among === undefined || Number(priceOf(row)) === Number(among),
    )
    const [row] = found
    if (!row || found.length > 1 || /ZERO/.test(row.source!) || tolerance(row.source!) > 10)
      throw new Error(`infracost_derived.csv has no single price for ${resourceType} "${component}"`)
    if (among === undefined && /CONFLICT/.test(row.source!))
      throw new Error(`infracost_derived.csv holds several prices for ${resourceType} "${component}"`)
    const listUnitPrice = plain(Number(priceOf(row)) / units)
    return { resourceType, regionId, skuId, pricingUnit, listUnitPrice, source: row.source! }
  })
}

const nameOf = (...parts: string[]): string => parts.join('\0')

/** Of several prices that the golden's figures allow, the round one that the facts name. */
function priceOf(row: Record<string, string>): string {
  return / snap=([\d.e-]+)/.exec(row.source!)?.[1] ?? row.unit_price_usd!
}

/** By how many percent a golden's rounding may be off. */
function tolerance(source: string): number {
  return Number(/LOWPREC \+-(\d+)%/.exec(source)?.[1] ?? 0)
}

/** Without exponent, and without the noise of a division. */
export function plain(price: number): string {
  return Number(price.toPrecision(6))
    .toFixed(14)
    .replace(/\.?0+$/, '')
}
