import { signOf } from '../../domain/currency.ts'
import type { Estimate } from '../../domain/estimate.ts'
import type { InspectedResource, Inspection } from '../../review/inspection.ts'
import type { Range } from '../../source/source-file.ts'
import { amountText } from '../amounts/amount.ts'
import type { Renderer } from '../renderer.ts'
import { placeText } from '../report/violations.ts'
import { ESTIMATE_WORDS } from '../report/what-changed.ts'
import { counted } from '../text/counted.ts'
import { cutMiddle, displayWidth } from '../text/display-width.ts'
import { visible } from '../text/visible.ts'
import { hang } from '../text/wrap.ts'
import { estimateLines } from './inspect/estimate-lines.ts'
import { lifetimeLines, ownerLines } from './inspect/owner-lines.ts'
import { tagLines } from './inspect/tag-lines.ts'
import { joinSections, type Page, pageOf } from './page.ts'

/** What Ascribe sees: each resource with its tags and where they come from, and its estimate line by line. */
export const terminalInspect: Renderer<Inspection> = (inspection, options) => {
  const page = pageOf(options)
  const { resources, problems, notLoaded, assumptions } = inspection
  const sign = signOf(inspection.prices.currency)
  return joinSections([
    ...resources.map((inspected) => resourceSection(inspected, sign, page)),
    notLoaded.flatMap(({ address, because, range }) =>
      hang('', `${visible(address)} is not loaded: ${visible(because)} (${place(range, page)})`, page.width),
    ),
    problems.flatMap(({ range, message }) =>
      hang('', `${place(range, page)}: ${visible(message)}`, page.width),
    ),
    assumptions.flatMap((text) => hang('assumed: ', visible(text), page.width)),
    closing(inspection, page),
  ])
}

function resourceSection(inspected: InspectedResource, sign: string, page: Page): readonly string[] {
  const { resource, estimate, cost } = inspected
  const { style, width } = page
  const many = resource.multiplicity !== undefined
  const figure =
    estimate.kind === 'priced'
      ? `${many ? '≥' : ''}${amountText(cost, sign)}/month`
      : estimate.kind === 'free'
        ? `${sign}0`
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
    ...ownerLines(inspected, page),
    ...lifetimeLines(inspected, sign, page),
    ...estimateLines(estimate, sign, page),
  ]
}

function closing({ resources, notLoaded, problems, prices }: Inspection, page: Page): readonly string[] {
  const total = resources.reduce((sum, { cost }) => sum + cost, 0)
  const count = (kind: Estimate['kind']): number =>
    resources.filter(({ estimate }) => estimate.kind === kind).length
  const kinds = (['priced', 'usageBased', 'free', 'unpriced', 'unknown'] as const)
    .filter((kind) => count(kind) > 0)
    .map((kind) => `${count(kind)} ${ESTIMATE_WORDS[kind]}`)
  const atLeast = resources.some(({ resource, cost }) => resource.multiplicity && cost > 0) ? '≥' : ''
  const amount = amountText(Math.round(total) as (typeof resources)[number]['cost'], signOf(prices.currency))
  const text = [
    `${counted(resources.length, 'resource')}${kinds.length > 0 ? ` (${kinds.join(', ')})` : ''}: ${atLeast}${amount} per month`,
    ...(notLoaded.length > 0 ? [`${counted(notLoaded.length, 'module')} not loaded`] : []),
    ...(problems.length > 0 ? [counted(problems.length, 'problem')] : []),
    `list prices, book of ${prices.date}`,
    ...(prices.terms ?? []).map(visible),
  ].join('; ')
  return hang('', text, page.width)
}

function place(range: Range, page: Page): string {
  return visible(placeText(range, page.path))
}
