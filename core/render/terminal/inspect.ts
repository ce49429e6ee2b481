import type { Charge, Estimate } from '../../domain/estimate.ts'
import type { Tag } from '../../domain/tag.ts'
import type { InspectedResource, Inspection } from '../../review/inspection.ts'
import type { Range } from '../../source/source-file.ts'
import { directoryOf } from '../../source/source-tree.ts'
import { amountText } from '../amounts/amount.ts'
import type { Renderer } from '../renderer.ts'
import { placeText } from '../report/violations.ts'
import { ESTIMATE_WORDS, quantityText } from '../report/what-changed.ts'
import { counted } from '../text/counted.ts'
import { cutMiddle, displayWidth } from '../text/display-width.ts'
import { type Cell, layOut } from '../text/table.ts'
import { visible } from '../text/visible.ts'
import { hang } from '../text/wrap.ts'
import { joinSections, type Page, pageOf } from './page.ts'

/** What Ascribe sees: each resource with its tags and where they come from, and its estimate line by line. */
export const terminalInspect: Renderer<Inspection> = (inspection, options) => {
  const page = pageOf(options)
  const { resources, problems, notLoaded } = inspection
  return joinSections([
    ...resources.map((inspected) => resourceSection(inspected, page)),
    notLoaded.flatMap(({ address, because, range }) =>
      hang('', `${visible(address)} is not loaded: ${visible(because)} (${place(range, page)})`, page.width),
    ),
    problems.flatMap(({ range, message }) =>
      hang('', `${place(range, page)}: ${visible(message)}`, page.width),
    ),
    closing(inspection, page),
  ])
}

function resourceSection(inspected: InspectedResource, page: Page): readonly string[] {
  const { resource, estimate, cost } = inspected
  const { style, width } = page
  const many = resource.multiplicity !== undefined
  const figure =
    estimate.kind === 'priced'
      ? `${many ? '≥' : ''}${amountText(cost, '$')}/month`
      : estimate.kind === 'free'
        ? '$0'
        : ESTIMATE_WORDS[estimate.kind]
  const address = cutMiddle(visible(resource.address), width - displayWidth(figure) - 2)
  const gap = ' '.repeat(Math.max(2, width - displayWidth(address) - displayWidth(figure)))
  const region = resource.region.kind === 'string' ? `, ${visible(resource.region.value)}` : ''
  return [
    `${style.strong(address)}${gap}${estimate.kind === 'priced' ? style.strong(figure) : style.quiet(figure)}`,
    ...hang('  ', `${place(resource.range, page)}${region}`, width).map(style.quiet),
    ...(resource.multiplicity
      ? hang('  ', `their number is not known: ${visible(resource.multiplicity.because)}`, width)
      : []),
    ...tagLines(inspected, page),
    ...estimateLines(estimate, page),
  ]
}

function tagLines({ tags, resource }: InspectedResource, page: Page): readonly string[] {
  const { style, width } = page
  switch (tags.kind) {
    case 'notTaggable':
      return [style.quiet('  takes no tags')]
    case 'unknown':
      return hang('  tags unknown: ', visible(tags.because), width)
    case 'taggable': {
      const { tags: set, open } = tags.tags
      const directory = directoryOf(resource.range.source.path)
      const rows = [...set.values()].map((tag) => tagRow(tag, directory, page))
      const { lines } = layOut(
        [{ align: 'left' }, { align: 'left', shrinksTo: 24 }, { align: 'left', shrinksTo: 20 }],
        rows,
        width,
      )
      if (set.size === 0 && !open) return [style.warning('  no tags')]
      return [...lines, ...(open ? hang('  further tags unknown: ', visible(open.because), width) : [])]
    }
    default:
      return tags satisfies never
  }
}

/** `team = fraud-ml  (local at locals.tf:3)` */
function tagRow({ key, value, origins }: Tag, directory: string, page: Page): readonly Cell[] {
  const from = new Map<string, string>()
  for (const { kind, range } of origins) {
    const line = linePlace(range, directory, page)
    if (!from.has(line)) from.set(line, `${kind} at ${line}`)
  }
  const shown = value.sensitive
    ? 'sensitive'
    : value.kind === 'string'
      ? visible(value.value)
      : value.kind === 'unknown'
        ? `unknown: ${visible(value.because)}`
        : value.kind
  return [
    { text: `  ${visible(key)}` },
    { text: `= ${shown}`, ...(value.kind === 'unknown' && { style: page.style.warning }) },
    { text: from.size === 0 ? '' : `(${[...from.values()].join(' ← ')})`, style: page.style.quiet },
  ]
}

function estimateLines(estimate: Estimate, page: Page): readonly string[] {
  const { width, style } = page
  switch (estimate.kind) {
    case 'free':
      return []
    case 'unpriced':
    case 'unknown':
      return hang(`  ${ESTIMATE_WORDS[estimate.kind]}: `, visible(estimate.because), width)
    case 'usageBased':
      return [
        ...hang('  usage-based: ', visible(estimate.because), width),
        ...estimate.assumptions.flatMap((text) => hang('  assumed: ', visible(text), width).map(style.quiet)),
      ]
    case 'priced':
      return [
        ...estimate.charges.flatMap((charge) => chargeLines(charge, page)),
        ...estimate.omissions.flatMap(({ description, kind, because }) =>
          hang(
            `  not counted: `,
            `${visible(description)} (${ESTIMATE_WORDS[kind]}): ${visible(because)}`,
            width,
          ),
        ),
        ...estimate.assumptions.flatMap((text) => hang('  assumed: ', visible(text), width).map(style.quiet)),
      ]
    default:
      return estimate satisfies never
  }
}

function chargeLines(charge: Charge, page: Page): readonly string[] {
  const { description, pricingQuantity, pricingUnit, listUnitPrice, listCost, source, sourceDate } = charge
  const { width, style } = page
  const figure = amountText(listCost, '$')
  const name = cutMiddle(`  ${visible(description)}`, width - displayWidth(figure) - 2)
  const gap = ' '.repeat(width - displayWidth(name) - displayWidth(figure))
  const price = `${quantityText(pricingQuantity)} ${pricingUnit} × $${unitPriceText(listUnitPrice)}`
  return [
    `${name}${gap}${figure}`,
    ...hang('    ', `${price}; ${source}, ${sourceDate}${basisText(charge)}`, width).map(style.quiet),
  ]
}

/** Unit prices as published: no rounding, no exponent. */
function unitPriceText(price: number): string {
  const text = String(price)
  return text.includes('e') ? price.toFixed(12).replace(/0+$/, '') : text
}

function basisText({ basis, regionId }: Charge): string {
  switch (basis.kind) {
    case 'exact':
      return ''
    case 'equivalent':
      return `; not this SKU's price but that of ${basis.skuId} (${basis.rule})`
    case 'reference-region':
      return `; the price in ${basis.regionId}, since that in ${regionId} is not known`
    default:
      return basis satisfies never
  }
}

function closing({ resources, notLoaded, problems, prices }: Inspection, page: Page): readonly string[] {
  const total = resources.reduce((sum, { cost }) => sum + cost, 0)
  const count = (kind: Estimate['kind']): number =>
    resources.filter(({ estimate }) => estimate.kind === kind).length
  const kinds = (['priced', 'usageBased', 'free', 'unpriced', 'unknown'] as const)
    .filter((kind) => count(kind) > 0)
    .map((kind) => `${count(kind)} ${ESTIMATE_WORDS[kind]}`)
  const atLeast = resources.some(({ resource, cost }) => resource.multiplicity && cost > 0) ? '≥' : ''
  const dollars = amountText(Math.round(total) as (typeof resources)[number]['cost'], '$')
  const text = [
    `${counted(resources.length, 'resource')}${kinds.length > 0 ? ` (${kinds.join(', ')})` : ''}: ${atLeast}${dollars} per month`,
    ...(notLoaded.length > 0 ? [`${counted(notLoaded.length, 'module')} not loaded`] : []),
    ...(problems.length > 0 ? [counted(problems.length, 'problem')] : []),
    `list prices, book of ${prices.date}`,
  ].join('; ')
  return hang('', text, page.width)
}

function place(range: Range, page: Page): string {
  return visible(placeText(range, page.path))
}

/** The line of an origin; a file beside the resource's own goes by its name. */
function linePlace({ source, start }: Range, directory: string, page: Page): string {
  const { path } = source
  const name =
    directoryOf(path) === directory ? path.slice(directory === '' ? 0 : directory.length + 1) : undefined
  return `${name === undefined ? page.path(path) : visible(name)}:${source.position(start).line}`
}
