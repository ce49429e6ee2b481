import type { NotPriced, Review } from '../../../review/review.ts'
import { type NameOf, namer } from '../../report/name-of.ts'
import { NOT_PRICED_KINDS, notPricedGroups, notPricedResources } from '../../report/not-priced.ts'
import { placeText } from '../../report/violations.ts'
import { counted } from '../../text/counted.ts'
import { visible } from '../../text/visible.ts'
import { hang } from '../../text/wrap.ts'
import { type Page, styled } from '../page.ts'

const MOST_REASONS = 12
const MOST_NAMES = 3

/** What has no figure, and why. */
export function notPricedSection(review: Review, page: Page): readonly string[] {
  const { notPriced } = review
  if (notPriced.length === 0) return []
  const { style, width } = page
  const groups = notPricedGroups(notPriced)
  const nameOf = namer([...notPriced, ...review.resources])
  const resources = counted(notPricedResources(notPriced), 'resource')
  const lines = groups.slice(0, MOST_REASONS).flatMap(({ because, of }) => {
    const kind = NOT_PRICED_KINDS[of[0]!.kind]
    return hang('- ', `${visible(because)} (${kind}): ${namesOf(of, nameOf)}`, width)
  })
  const rest = groups.length - MOST_REASONS
  return [
    ...styled(`Not priced, or not in full (${resources})`, style.heading, page),
    ...lines,
    ...(rest > 0
      ? styled(`  ${counted(rest, 'more reason')}: ascribe inspect lists them`, style.quiet, page)
      : []),
  ]
}

function namesOf(parts: readonly NotPriced[], nameOf: NameOf): string {
  const names = [
    ...new Set(
      parts.map((part) => visible(nameOf(part) + (part.part === undefined ? '' : ` (${part.part})`))),
    ),
  ]
  const rest = names.length - MOST_NAMES
  return names.slice(0, MOST_NAMES).join(', ') + (rest > 0 ? ` and ${rest} more` : '')
}

/** Modules whose resources nobody has seen. */
export function notLoadedSection({ notLoaded }: Review, page: Page): readonly string[] {
  if (notLoaded.length === 0) return []
  const what = notLoaded.some(({ hasStandIn }) => hasStandIn)
    ? 'at most what their inputs say is counted'
    : 'nothing of them is counted'
  return [
    ...styled(`Modules that are not loaded (${notLoaded.length}); ${what}`, page.style.heading, page),
    ...notLoaded.flatMap(({ address, because, range }) =>
      hang(
        '- ',
        `${visible(address)}: ${visible(because)} (${visible(placeText(range, page.path))})`,
        page.width,
      ),
    ),
  ]
}
