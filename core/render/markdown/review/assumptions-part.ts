import type { NotPriced, Review } from '../../../review/review.ts'
import { assumptionsOf } from '../../report/assumptions.ts'
import { type NameOf, namer } from '../../report/name-of.ts'
import { whatCounts } from '../../report/not-loaded.ts'
import { NOT_PRICED_KINDS, notPricedGroups, notPricedResources } from '../../report/not-priced.ts'
import { counted } from '../../text/counted.ts'
import { nameCode, sentenceText } from '../escape.ts'
import { type MarkdownOptions, STANDARD } from '../options.ts'
import { placer } from '../place.ts'
import { folded } from '../table.ts'

const MOST_NAMES = 5

/** What the figures stand on, and what they leave out. */
export function assumptionsPart(review: Review, options: MarkdownOptions): readonly string[] {
  const { notPriced, notLoaded, problems } = review
  const place = placer(options)
  const { reasons, problems: mostProblems } = options.limits ?? STANDARD
  const nameOf = namer([...notPriced, ...review.resources])
  const groups = notPricedGroups(notPriced)
  const left = groups.length - reasons
  const assumptions = assumptionsOf(review)
  const unseen = notPricedResources(notPriced) + notLoaded.length
  const summary = unseen > 0 ? `Assumptions and what was not priced (${unseen})` : 'Assumptions'
  return folded(summary, [
    ...assumptions.slice(0, reasons + 1).map((text) => `- ${sentenceText(text)}`),
    ...more(assumptions.length - reasons - 1, 'assumption', 'assumptions'),
    ...groups
      .slice(0, reasons)
      .map(
        ({ because, of }) =>
          `- Not priced: ${namesOf(of, nameOf)} (${NOT_PRICED_KINDS[of[0]!.kind]}: ${sentenceText(because)})`,
      ),
    ...(left > 0 ? [`- Not priced for ${counted(left, 'more reason')}`] : []),
    ...notLoaded
      .slice(0, mostProblems)
      .map(
        (module) =>
          `- Not loaded, ${whatCounts(module)}: ${nameCode(module.address)} at ${place(module.range)} (${sentenceText(module.because)})`,
      ),
    ...more(notLoaded.length - mostProblems, 'module is not loaded', 'modules are not loaded'),
    ...problems
      .slice(0, mostProblems)
      .map(
        ({ message, range }) => `- Could not be read as it stands: ${place(range)} ${sentenceText(message)}`,
      ),
    ...more(problems.length - mostProblems, 'problem', 'problems'),
  ])
}

function more(rest: number, one: string, many: string): readonly string[] {
  return rest > 0 ? [`- ${counted(rest, `more ${one}`, `more ${many}`)}`] : []
}

function namesOf(parts: readonly NotPriced[], nameOf: NameOf): string {
  const names = [
    ...new Set(
      parts.map(
        (one) => nameCode(nameOf(one)) + (one.part === undefined ? '' : ` ${sentenceText(one.part)}`),
      ),
    ),
  ]
  const rest = names.length - MOST_NAMES
  return names.slice(0, MOST_NAMES).join(', ') + (rest > 0 ? ` and ${rest} more` : '')
}
