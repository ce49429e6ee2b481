import { type AssumptionPart, assumption } from './part.ts'
import { signOfPrices } from './price-book.ts'
import type { PricingContext } from './pricer.ts'

/** What a unit costs of what is charged by use, so that a reader can do the sum. */
export function* rates(skus: readonly string[], context: PricingContext): Generator<AssumptionPart> {
  const sign = signOfPrices(context.book)
  for (const sku of skus) {
    const found = context.price(sku)
    if (found)
      yield assumption(`${sku} at ${sign}${plain(found.price.listUnitPrice)} × ${found.price.pricingUnit}`)
  }
}

/** All the digits, never an exponent. */
function plain(price: number): string {
  return price.toFixed(12).replace(/\.?0+$/, '')
}
