import { priceText } from '../domain/price-text.ts'
import { type AssumptionPart, assumption } from './part.ts'
import { signOfPrices } from './price-book.ts'
import type { PricingContext } from './pricer.ts'

/** What a unit costs of what is charged by use, so that a reader can do the sum. */
export function* rates(skus: readonly string[], context: PricingContext): Generator<AssumptionPart> {
  const sign = signOfPrices(context.book)
  for (const sku of skus) {
    const found = context.price(sku)
    if (found)
      yield assumption(
        `${sku} at ${sign}${priceText(found.price.listUnitPrice)} × ${found.price.pricingUnit}`,
      )
  }
}
