import type { InspectedCharge, InspectedResource } from './inspection.ts'

/** From the firmest to the weakest; what an object is counted under is the weakest of its charges. */
const STANDINGS = [
  'on its own price',
  'on a pool of Terraform',
  'on the machine that it asks for',
  "on Karpenter's cheapest",
  'on the cheapest of its kind',
  'at declared rates',
  'at default rates',
] as const

/** What the figure of a Kubernetes object stands on; the kind of its estimate where there is none. */
export function standingOf({ kind, charges = [] }: InspectedResource['estimate']): string {
  if (kind !== 'priced') return kind === 'usageBased' ? 'usage-based' : kind
  return STANDINGS[Math.max(...charges.map((charge) => STANDINGS.indexOf(standingOfCharge(charge))))]!
}

function standingOfCharge({ skuId, pool, standIn }: InspectedCharge): (typeof STANDINGS)[number] {
  if (skuId.startsWith('opencost/')) return 'at default rates'
  if (skuId.startsWith('declared/')) return 'at declared rates'
  if (pool) return 'on a pool of Terraform'
  const rule = standIn?.rule ?? ''
  if (/^the cheapest type that .* admits/.test(rule)) return "on Karpenter's cheapest"
  if (rule.startsWith('the cheapest type')) return 'on the cheapest of its kind'
  return /^(?:ec2|gce|azure\/vm)/.test(skuId) ? 'on the machine that it asks for' : 'on its own price'
}
