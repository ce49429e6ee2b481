import type { InstanceSpec } from '../../pricing/price-book.ts'
import { instanceTypeOf } from './instance-type.ts'
import { otherPrice } from './other-price.ts'
import type { Offer, SuggestionRule } from './suggestion-rule.ts'

export const smallerGpu: SuggestionRule = {
  id: 'smaller-gpu',
  summary: 'The next smaller size of the same GPU family.',
  risk: 'what runs there must fit into fewer GPUs, or less CPU and memory; a run may take longer than it saves.',
  *offers(charged) {
    const { charge, provider, prices } = charged
    const type = instanceTypeOf(charge.skuId)
    const spec = type && prices.spec(provider, `${type.family}.${type.size}`)
    if (!type || !spec?.accelerator) return
    let next: Offer | undefined
    for (const other of prices.instanceTypes(provider)) {
      if (!isSmaller(other, spec, type.family)) continue
      const name = type.prefix + other.instanceType
      const skuId = charge.skuId.replace(type.name, name)
      const offer = otherPrice(charged, skuId, `${name} in place of ${type.name}: ${course(other, spec)}`)
      if (offer && offer.share < 1 && offer.share > (next?.share ?? 0)) next = offer
    }
    if (next) yield next
  },
}

function isSmaller(other: InstanceSpec, than: InstanceSpec, family: string): boolean {
  return (
    other.instanceType.startsWith(`${family}.`) &&
    other.accelerator?.model === than.accelerator?.model &&
    (other.accelerator?.count ?? 0) <= (than.accelerator?.count ?? 0) &&
    other.vcpu < than.vcpu
  )
}

function course(other: InstanceSpec, than: InstanceSpec): string {
  const gpus = [than, other].map(({ accelerator }) => accelerator?.count)
  const parts = [
    ...(gpus[0] !== gpus[1] ? [`${gpus[0]} → ${gpus[1]} GPUs`] : []),
    `${than.vcpu} → ${other.vcpu} vCPU`,
    `${than.memoryGiB} → ${other.memoryGiB} GiB`,
  ]
  return parts.join(', ')
}
