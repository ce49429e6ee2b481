import { otherPrice } from './other-price.ts'
import type { SuggestionRule } from './suggestion-rule.ts'

export const spotForTraining: SuggestionRule = {
  id: 'spot-for-training',
  summary: 'Spot capacity for training and experiments, where the price book holds its price.',
  risk: 'it is taken away at short notice: training must go on from a checkpoint. spot prices move.',
  *offers(charged) {
    const { skuId } = charged.charge
    if (!/train|experiment/i.test(charged.phase ?? '')) return
    const [, start, rest] = /^((?:ec2|gce|vm)\/[a-z]+)(\/.+)$/.exec(skuId) ?? []
    if (start === undefined) return
    const offer = otherPrice(
      charged,
      `${start}-spot${rest}`,
      `spot in place of on-demand (${rest?.slice(1)})`,
    )
    if (offer) yield offer
  },
}
