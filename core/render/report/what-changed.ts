import { type Charge, costOfCharge, type Estimate } from '../../domain/estimate.ts'
import { toPlain } from '../../domain/plain.ts'
import type { InspectedResource } from '../../review/inspection.ts'
import type { ResourceChange } from '../../review/review.ts'
import { grouped } from '../amounts/amount.ts'

/** In a few words, why a resource is among the changed ones: what it is charged for, and its tags. */
export function whatChanged({ before, after, previousAddress }: ResourceChange): readonly string[] {
  if (!before) return [`new${mainText(after!)}`]
  if (!after) return [`deleted${mainText(before)}`]
  const said: string[] = []
  if (previousAddress !== undefined) said.push(`moved from ${previousAddress}`)
  if (before.estimate.kind === 'priced' && after.estimate.kind === 'priced')
    said.push(...changedCharges(before.estimate.charges, after.estimate.charges))
  else if (before.estimate.kind !== after.estimate.kind)
    said.push(
      `${ESTIMATE_WORDS[before.estimate.kind]} → ${ESTIMATE_WORDS[after.estimate.kind]}${mainText(after)}`,
    )
  const tags = changedTags(before, after)
  if (tags.length > 0) said.push(`${tags.length === 1 ? 'tag' : 'tags'} ${tags.join(', ')}`)
  return said
}

export const ESTIMATE_WORDS: Readonly<Record<Estimate['kind'], string>> = {
  priced: 'priced',
  usageBased: 'usage-based',
  free: 'free',
  unpriced: 'not priced',
  unknown: 'cost unknown',
}

function mainText({ estimate }: InspectedResource): string {
  const [main] = estimate.kind === 'priced' ? [...estimate.charges].sort(byCost) : []
  return main ? `: ${main.description}` : ''
}

/** The charges that are not what they were, the dearest first; what took another's place stands beside it. */
function changedCharges(before: readonly Charge[], after: readonly Charge[]): readonly string[] {
  const gone = before.filter((charge) => !after.some((other) => isSame(charge, other))).sort(byCost)
  const come = after.filter((charge) => !before.some((other) => isSame(charge, other))).sort(byCost)
  const said = come.map((charge) => {
    const at = gone.findIndex((other) => other.description === charge.description)
    const [old] = gone.splice(
      at < 0 ? gone.findIndex((other) => other.serviceName === charge.serviceName) : at,
      1,
    )
    return old ? courseOf(old, charge) : `${charge.description} added`
  })
  return [...said, ...gone.map(({ description }) => `${description} removed`)]
}

function isSame(a: Charge, b: Charge): boolean {
  return a.description === b.description && a.skuId === b.skuId && costOfCharge(a) === costOfCharge(b)
}

function byCost(a: Charge, b: Charge): number {
  return costOfCharge(b) - costOfCharge(a)
}

function courseOf(before: Charge, after: Charge): string {
  const sameQuantity =
    before.pricingQuantity === after.pricingQuantity && before.pricingUnit === after.pricingUnit
  if (before.description !== after.description)
    return sameQuantity
      ? `${before.description} → ${after.description}`
      : `${chargeText(before)} → ${chargeText(after)}`
  return sameQuantity
    ? `${after.description}: another price`
    : `${after.description}: ${quantityText(before.pricingQuantity)} → ${quantityText(after.pricingQuantity)} ${after.pricingUnit}`
}

function chargeText({ description, pricingQuantity, pricingUnit }: Charge): string {
  return `${description}, ${quantityText(pricingQuantity)} ${pricingUnit}`
}

/** `1,460`, `0.5`: at most three digits after the point. */
export function quantityText(quantity: number): string {
  const [whole = '', part] = String(Math.round(quantity * 1000) / 1000).split('.')
  return grouped(whole) + (part === undefined ? '' : `.${part}`)
}

/** Keys that were added, taken away, or have another value. */
function changedTags(before: InspectedResource, after: InspectedResource): readonly string[] {
  const old = tagTexts(before)
  const now = tagTexts(after)
  return [...new Set([...old.keys(), ...now.keys()])].filter((key) => old.get(key) !== now.get(key)).sort()
}

function tagTexts({ tags }: InspectedResource): ReadonlyMap<string, string> {
  if (tags.kind !== 'taggable') return new Map()
  return new Map([...tags.tags.tags].map(([key, tag]) => [key, JSON.stringify(toPlain(tag.value))]))
}
