import type { NotPriced, Review } from '../../../review/review.ts'
import { locate, type Range } from '../../../source/source-file.ts'
import type { RenderOptions } from '../../renderer.ts'
import { assumptionsOf } from '../../report/assumptions.ts'
import { NOT_PRICED_KINDS, notPricedGroups, notPricedResources } from '../../report/not-priced.ts'
import { counted } from '../../text/counted.ts'
import { nameCode, placeCode, sentenceText } from '../escape.ts'
import { folded } from '../table.ts'

const MOST_REASONS = 30
const MOST_NAMES = 5
const MOST_PROBLEMS = 20

/** What the figures stand on, and what they leave out. */
export function assumptionsPart(review: Review, options: RenderOptions): readonly string[] {
  const { notPriced, notLoaded, problems } = review
  const place = placer(options)
  const groups = notPricedGroups(notPriced)
  const left = groups.length - MOST_REASONS
  const unseen = notPricedResources(notPriced) + notLoaded.length
  const summary = unseen > 0 ? `Assumptions and what was not priced (${unseen})` : 'Assumptions'
  return folded(summary, [
    ...assumptionsOf(review).map((text) => `- ${sentenceText(text)}`),
    ...groups
      .slice(0, MOST_REASONS)
      .map(
        ({ because, of }) =>
          `- Not priced: ${namesOf(of)} (${NOT_PRICED_KINDS[of[0]!.kind]}: ${sentenceText(because)})`,
      ),
    ...(left > 0 ? [`- Not priced for ${counted(left, 'more reason')}`] : []),
    ...notLoaded
      .slice(0, MOST_PROBLEMS)
      .map(
        ({ address, because, range }) =>
          `- Not loaded, nothing of it is counted: ${nameCode(address)} at ${place(range)} (${sentenceText(because)})`,
      ),
    ...more(notLoaded.length, 'module is not loaded', 'modules are not loaded'),
    ...problems
      .slice(0, MOST_PROBLEMS)
      .map(
        ({ message, range }) => `- Could not be read as it stands: ${place(range)} ${sentenceText(message)}`,
      ),
    ...more(problems.length, 'problem', 'problems'),
  ])
}

function more(length: number, one: string, many: string): readonly string[] {
  const rest = length - MOST_PROBLEMS
  return rest > 0 ? [`- ${counted(rest, `more ${one}`, `more ${many}`)}`] : []
}

function namesOf(parts: readonly NotPriced[]): string {
  const names = [
    ...new Set(
      parts.map(
        ({ address, part }) => nameCode(address) + (part === undefined ? '' : ` ${sentenceText(part)}`),
      ),
    ),
  ]
  const rest = names.length - MOST_NAMES
  return names.slice(0, MOST_NAMES).join(', ') + (rest > 0 ? ` and ${rest} more` : '')
}

function placer({ showPath = (path) => path }: RenderOptions): (range: Range) => string {
  return (range) => {
    const { path, line } = locate(range)
    return placeCode(showPath(path), `:${line}`)
  }
}
