import { otherPrice } from './other-price.ts'
import type { SuggestionRule } from './suggestion-rule.ts'

/** Less than this is not worth a move. */
const AT_MOST = 0.95

export const cheaperRegion: SuggestionRule = {
  id: 'cheaper-region',
  summary: 'For training and experiments: the same machine in a cheaper region of the same geography.',
  risk: 'data must be allowed to be there, and its way between regions is charged; capacity differs.',
  *offers(charged) {
    const { charge, provider, prices, phase } = charged
    const { skuId, regionId } = charge
    if (!/train|experiment/i.test(phase ?? '') || !/^(?:ec2|gce|vm)\//.test(skuId)) return
    const geography = geographyOf(regionId)
    for (const other of prices.regions(provider)) {
      if (other === regionId || geographyOf(other) !== geography) continue
      const offer = otherPrice(charged, skuId, `${other} in place of ${regionId}`, other)
      if (offer && offer.share <= AT_MOST) yield offer
    }
  },
}

/** `us-east-1` → `us`, `europe-west4` → `europe`; the government's regions are their own. */
function geographyOf(regionId: string): string {
  return /^(?:us-gov|us-iso\w*|cn|[a-z]+)/.exec(regionId)?.[0] ?? regionId
}
