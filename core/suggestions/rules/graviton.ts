import { type InstanceType, instanceTypeOf } from './instance-type.ts'
import { otherPrice } from './other-price.ts'
import type { SuggestionRule } from './suggestion-rule.ts'

/** AWS's own processors, by the class of the family that they take the place of; newer ones last. */
const GRAVITON: Readonly<Record<string, readonly string[]>> = {
  c: ['c6g', 'c7g', 'c8g'],
  m: ['m6g', 'm7g', 'm8g'],
  r: ['r6g', 'r7g', 'r8g'],
  t: ['t4g'],
}

export const graviton: SuggestionRule = {
  id: 'graviton',
  summary: 'A Graviton instance of the same size, with as many vCPUs and as much memory.',
  risk: 'programs and images must be built for arm64; a managed database or cache only restarts.',
  *offers(charged) {
    const { charge, provider, prices } = charged
    const type = instanceTypeOf(charge.skuId)
    const spec = type && prices.spec(provider, `${type.family}.${type.size}`)
    if (!type || spec?.architecture !== 'amd64' || spec.accelerator) return
    for (const family of familiesFor(type)) {
      const other = prices.spec(provider, `${family}.${type.size}`)
      if (!other || other.vcpu < spec.vcpu || other.memoryGiB < spec.memoryGiB) continue
      const name = type.prefix + other.instanceType
      const offer = otherPrice(
        charged,
        charge.skuId.replace(type.name, name),
        `${name} in place of ${type.name}: ${spec.vcpu} vCPU, ${spec.memoryGiB} GiB as before`,
      )
      if (offer) yield offer
    }
  },
}

/** Families without local disks or more network: `m5`, `m6i`, `c5a`, `t3`. */
function familiesFor({ family }: InstanceType): readonly string[] {
  const [, kind] = /^([cmrt])\d[ia]?$/.exec(family) ?? []
  return kind === undefined ? [] : GRAVITON[kind]!
}
