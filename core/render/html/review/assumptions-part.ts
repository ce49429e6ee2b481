import type { Review } from '../../../review/review.ts'
import { assumptionsOf } from '../../report/assumptions.ts'
import { namer } from '../../report/name-of.ts'
import { whatCounts } from '../../report/not-loaded.ts'
import { NOT_PRICED_KINDS, notPricedGroups, notPricedResources } from '../../report/not-priced.ts'
import { type Html, html, NOTHING } from '../markup.ts'
import type { HtmlOptions } from '../options.ts'
import { place } from '../place.ts'
import { cutTo, list, section } from '../table.ts'

const MOST = 200
const MOST_NAMES = 20

/** What the figures stand on. */
export function assumptionsPart(review: Review): Html {
  return section('Assumptions', [
    list([...assumptionsOf(review), ...review.notes].map((text) => html`${text}`)),
  ])
}

/** What the figures leave out: no price, not loaded, not readable. */
export function uncountedPart(review: Review, options: HtmlOptions): Html {
  const { notPriced, notLoaded, problems } = review
  const nameOf = namer([...notPriced, ...review.resources])
  const parts = notPricedGroups(notPriced).map(({ because, of }) => {
    const names = [...new Set(of.map((one) => nameOf(one) + (one.part === undefined ? '' : `: ${one.part}`)))]
    const { shown, rest } = cutTo(names, MOST_NAMES)
    const more = rest > 0 ? ` and ${rest} more` : ''
    return html`${shown.map((name, at) => html`${at > 0 ? ', ' : ''}<code>${name}</code>`)}${more} (${NOT_PRICED_KINDS[of[0]!.kind]}: ${because})`
  })
  const modules = notLoaded.map(
    (module) =>
      html`<code>${module.address}</code> at ${place(module.range, options)}: ${whatCounts(module)} (${module.because})`,
  )
  const unread = problems.map(({ message, range }) => html`${place(range, options)}: ${message}`)
  return section('What is not counted', [
    part(`Not priced (${notPricedResources(notPriced)})`, parts),
    part(`Not loaded (${notLoaded.length})`, modules),
    part(`Could not be read as it stands (${problems.length})`, unread),
  ])
}

function part(title: string, items: readonly Html[]): Html {
  if (items.length === 0) return NOTHING
  const { shown, rest } = cutTo(items, MOST)
  return html`<h3>${title}</h3>
${list(rest > 0 ? [...shown, html`${rest} more`] : shown)}`
}
