import type { Charged, Offer } from './suggestion-rule.ts'

/**
 * Another SKU in place of the charge's own; nothing where the book has no price of it, or one for another unit. A price
 * that is itself a stand-in is compared with nothing.
 */
export function otherPrice(
  { charge, provider, prices }: Charged,
  skuId: string,
  what: string,
  regionId = charge.regionId,
): Offer | undefined {
  if (charge.basis.kind !== 'exact') return undefined
  const price = prices.price(provider, regionId, skuId)
  if (!price || price.pricingUnit !== charge.pricingUnit || charge.listUnitPrice <= 0) return undefined
  const { source, sourceDate } = price
  return { what, share: price.listUnitPrice / charge.listUnitPrice, source, sourceDate }
}
