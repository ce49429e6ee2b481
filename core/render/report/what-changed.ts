import type { Charge, Estimate } from '../../domain/estimate.ts'
import { toPlain } from '../../domain/plain.ts'
import type { InspectedResource } from '../../review/inspection.ts'
import type { ResourceChange } from '../../review/review.ts'
import { grouped } from '../amounts/amount.ts'

/** In a few words, why a resource is among the changed ones: its new price, its new size, its new tags. */
export function whatChanged({ before, after, previousAddress }: ResourceChange): readonly string[] {
  if (!before) return [`new${mainText(after!)}`]
  if (!after) return [`deleted${mainText(before)}`]
  const said: string[] = []
  if (previousAddress !== undefined) said.push(`moved from ${previousAddress}`)
  const from = mainCharge(before.estimate)
  const to = mainCharge(after.estimate)
  if (from && to) {
    const [old, now] = [chargeText(from), chargeText(to)]
    if (old !== now) said.push(`${old} → ${now}`)
  } else if (before.estimate.kind !== after.estimate.kind)
    said.push(`${estimateText(before)} → ${estimateText(after)}`)
  const tags = changedTags(before, after)
  if (tags.length > 0) said.push(`${tags.length === 1 ? 'tag' : 'tags'} ${tags.join(', ')}`)
  return said
}

function mainText({ estimate }: InspectedResource): string {
  const main = mainCharge(estimate)
  return main ? `, ${chargeText(main)}` : ''
}

function estimateText({ estimate }: InspectedResource): string {
  const main = mainCharge(estimate)
  return main ? chargeText(main) : ESTIMATE_WORDS[estimate.kind]
}

export const ESTIMATE_WORDS: Readonly<Record<Estimate['kind'], string>> = {
  priced: 'priced',
  usageBased: 'usage-based',
  free: 'free',
  unpriced: 'not priced',
  unknown: 'cost unknown',
}

/** The charge that costs most. */
function mainCharge(estimate: Estimate): Charge | undefined {
  if (estimate.kind !== 'priced') return undefined
  return estimate.charges.reduce<Charge | undefined>(
    (main, charge) => (!main || charge.listCost > main.listCost ? charge : main),
    undefined,
  )
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
