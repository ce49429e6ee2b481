import { findPrice } from './basis.ts'
import { omitted, type Part } from './part.ts'
import type { PricingContext } from './pricer.ts'

/** Parts at the prices of a place that the resource names, which may be several regions: `us-multi`. */
export function* atPlace(
  place: string,
  context: PricingContext,
  parts: (there: PricingContext) => Iterable<Part>,
): Generator<Part> {
  const price = (sku: string) => findPrice(context.book, 'google', place, sku)
  for (const part of parts({ ...context, price })) {
    const found = part.kind === 'meter' ? price(part.sku) : undefined
    if (part.kind !== 'meter') yield part
    else if (found) yield { ...part, found }
    else
      yield {
        ...omitted('unpriced', part.description, `no price for ${part.sku} in ${place}`),
        extra: part.extra,
      }
  }
}
