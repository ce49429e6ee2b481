import type { Review } from '../../review/review.ts'
import { shareText } from '../amounts/amount.ts'

/** What the figures of a review stand on, a sentence each. */
export function assumptionsOf(review: Review): readonly string[] {
  const { assumptions, prices, inexact, total } = review
  const regions = regionsOf(review)
  const where = regions.length === 0 ? '' : ` ${regions.join(', ')};`
  const terms = prices.terms?.length ? `with ${prices.terms.join('; ')}` : 'no discounts or Savings Plans'
  const list = `List prices;${where} price book of ${prices.date}; ${terms}.`
  if (inexact === 0 || total.after === 0) return [list, ...assumptions]
  const share = shareText(inexact / total.after)
  return [
    list,
    `${share} of the money stands on an equivalent SKU's price, or on another region's; ascribe inspect shows which.`,
    ...assumptions,
  ]
}

/** Rates of OpenCost and of `clusters` are those of no region, whatever a charge has in its place. */
const OF_NO_REGION = /^(?:opencost|declared)\//

/** The regions whose prices the changed resources are charged by. */
export function regionsOf({ resources }: Review): readonly string[] {
  const regions = new Set<string>()
  for (const { before, after } of resources)
    for (const estimate of [before?.estimate, after?.estimate])
      if (estimate?.kind === 'priced')
        for (const { regionId, skuId } of estimate.charges)
          if (!OF_NO_REGION.test(skuId)) regions.add(regionId)
  return [...regions].sort()
}
