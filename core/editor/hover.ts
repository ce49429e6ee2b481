import { type CurrencyCode, signOf } from '../domain/currency.ts'
import { type Charge, costOfCharge, type Estimate } from '../domain/estimate.ts'
import type { Tag } from '../domain/tag.ts'
import { amountText } from '../render/amounts/amount.ts'
import { nameCode, nameText, sentenceText } from '../render/markdown/escape.ts'
import { basisText, discountText, rangeText, unitPriceText } from '../render/report/charge-text.ts'
import { ESTIMATE_WORDS, quantityText } from '../render/report/what-changed.ts'
import { counted } from '../render/text/counted.ts'
import type { InspectedResource } from '../review/inspection.ts'
import { locate, type Range } from '../source/source-file.ts'
import type { AtFile } from './at-file.ts'
import type { Baseline } from './baseline.ts'
import { blockCosts, blockTitle, monthlyText, ownerTexts, totalOf } from './block-costs.ts'
import { type EditorPosition, type EditorRange, rangeOf } from './places.ts'

export interface EditorHover {
  readonly range: EditorRange
  /** Markdown without HTML. Whatever comes from the files is escaped. */
  readonly markdown: string
}

/** Of a block's header: what it costs and why, whose it is, its tags and where each of them comes from. */
export function hoverAt(
  at: AtFile,
  path: string,
  position: EditorPosition,
  baseline: Baseline | undefined,
): EditorHover | undefined {
  const { currency } = at
  const own = at.resources.filter(({ resource }) => isIn(rangeOf(resource.range), position))
  const [first, ...others] = own
  if (first) {
    const { address, range } = first.resource
    const more = others.length > 0 ? ` and ${counted(others.length, 'more instance')}` : ''
    const parts = [
      `**${nameCode(address)}**${more}: ${summaryOf(own, currency)}`,
      ...estimateParts(first.estimate, currency),
      tagsPart(first),
    ]
    return { range: rangeOf(range), markdown: parts.filter((part) => part !== '').join('\n\n') }
  }
  const module = blockCosts(at, path).find(
    ({ kind, header }) => kind === 'module' && isIn(rangeOf(header), position),
  )
  if (!module) return undefined
  const lines = [...module.resources]
    .sort((a, b) => b.cost - a.cost)
    .slice(0, MOST_LISTED)
    .map(({ resource, cost, estimate }) => {
      const figure =
        estimate.kind === 'priced' ? amountText(cost, markdownSign(currency)) : ESTIMATE_WORDS[estimate.kind]
      return `- ${nameCode(resource.address)}: ${figure}`
    })
  const left = module.resources.length - lines.length
  if (left > 0) lines.push(`- and ${counted(left, 'more resource')}`)
  const title = nameText(blockTitle(module, baseline, signOf(currency)))
  return { range: rangeOf(module.header), markdown: [title, lines.join('\n')].join('\n\n') }
}

const MOST_LISTED = 12

function isIn({ start, end }: EditorRange, { line, character }: EditorPosition): boolean {
  const after = line > start.line || (line === start.line && character >= start.character)
  return after && (line < end.line || (line === end.line && character <= end.character))
}

/** A dollar sign as it is: between two of them, Markdown may see a formula. */
function markdownSign(currency: CurrencyCode): string {
  return signOf(currency).replace('$', '\\$')
}

function summaryOf(resources: readonly InspectedResource[], currency: CurrencyCode): string {
  const [first] = resources
  const { estimate } = first!
  if (estimate.kind !== 'priced') return ESTIMATE_WORDS[estimate.kind]
  const sign = markdownSign(currency)
  const owner = ownerTexts(resources).map(nameText).join(' · ')
  const each = resources.length > 1 ? ` (the first ${amountText(totalOf([first!]), sign)})` : ''
  return `${monthlyText(resources, sign)}${each} · ${owner}`
}

function estimateParts(estimate: Estimate, currency: CurrencyCode): readonly string[] {
  switch (estimate.kind) {
    case 'free':
      return []
    case 'unpriced':
    case 'unknown':
      return [`${ESTIMATE_WORDS[estimate.kind]}: ${sentenceText(estimate.because)}`]
    case 'usageBased':
      return [`usage-based: ${sentenceText(estimate.because)}`, listOf('Assumed', estimate.assumptions)]
    case 'priced':
      return [
        chargeTable(estimate.charges, currency),
        estimate.range ? `Autoscaling: ${rangeText(estimate.range, markdownSign(currency))}` : '',
        pricesPart(estimate.charges),
        listOf(
          'Not counted',
          estimate.omissions.map(
            ({ description, kind, because }) => `${description} (${ESTIMATE_WORDS[kind]}): ${because}`,
          ),
        ),
        listOf('Assumed', estimate.assumptions),
      ]
    default:
      return estimate satisfies never
  }
}

function chargeTable(charges: readonly Charge[], currency: CurrencyCode): string {
  const sign = markdownSign(currency)
  const rows = charges.map((charge) => {
    const { description, pricingQuantity, pricingUnit, listUnitPrice } = charge
    const price = `${quantityText(pricingQuantity)} ${pricingUnit} × ${sign}${unitPriceText(listUnitPrice)}`
    return `| ${sentenceText(description + discountText(charge, signOf(currency)) + basisText(charge))} | ${price} | ${amountText(costOfCharge(charge), sign)} |`
  })
  return ['| Charge | Quantity × list price | a month |', '| --- | --- | ---: |', ...rows].join('\n')
}

/** `Prices: AWS price list, 2026-11-03` */
function pricesPart(charges: readonly Charge[]): string {
  const sources = new Set(charges.map(({ source, sourceDate }) => `${source}, ${sourceDate}`))
  return `Prices: ${[...sources].map(sentenceText).join('; ')}`
}

function listOf(title: string, texts: readonly string[]): string {
  if (texts.length === 0) return ''
  return texts.length === 1
    ? `${title}: ${sentenceText(texts[0]!)}`
    : [`${title}:`, ...texts.map((text) => `- ${sentenceText(text)}`)].join('\n')
}

function tagsPart({ tags, resource }: InspectedResource): string {
  switch (tags.kind) {
    case 'notTaggable':
      return 'Takes no tags.'
    case 'unknown':
      return `Tags unknown: ${sentenceText(tags.because)}`
    case 'taggable': {
      const { tags: set, open } = tags.tags
      if (set.size === 0 && !open) return 'No tags.'
      const lines = [...set.values()].map((tag) => tagLine(tag, resource.range))
      if (open) lines.push(`- further tags unknown: ${sentenceText(open.because)}`)
      return ['Tags:', ...lines].join('\n')
    }
    default:
      return tags satisfies never
  }
}

/** ``- `team` = `fraud-ml` (local at locals.tf:3)`` */
function tagLine({ key, value, origins }: Tag, from: Range): string {
  const shown = value.sensitive
    ? 'sensitive'
    : value.kind === 'string'
      ? nameCode(value.value)
      : `unknown${value.kind === 'unknown' ? `: ${sentenceText(value.because)}` : ''}`
  const places = [...new Set(origins.map(({ kind, range }) => `${kind} at ${placeText(range, from)}`))]
  return `- ${nameCode(key)} = ${shown}${places.length > 0 ? ` (${places.map(sentenceText).join(' ← ')})` : ''}`
}

/** The line alone within the resource's own file, `locals.tf:3` elsewhere. */
function placeText(range: Range, from: Range): string {
  const { path, line } = locate(range)
  return path === from.source.path ? `line ${line}` : `${path}:${line}`
}
