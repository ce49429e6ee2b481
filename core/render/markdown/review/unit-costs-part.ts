import type { Review } from '../../../review/review.ts'
import { scopeText, unitCostRows } from '../../report/unit-costs.ts'
import { counted } from '../../text/counted.ts'
import { nameText } from '../escape.ts'
import { type MarkdownOptions, STANDARD } from '../options.ts'

const MOST = 5

/** What predictions cost, in a line. */
export function unitCostsPart(review: Review, { limits = STANDARD }: MarkdownOptions): readonly string[] {
  if (!limits.tables) return []
  const known = unitCostRows(review).filter(({ before, after }) => before !== '?' || after !== '?')
  if (known.length === 0) return []
  const shown = known.slice(0, MOST).map(({ model, before, after, grade }) => {
    const cost =
      before === after
        ? after
        : `${before === '?' ? 'unknown' : before} → **${after === '?' ? 'unknown' : after}**`
    return `**${nameText(model)}** ${cost}${grade === 'unknown' ? '' : ` (grade ${grade})`}`
  })
  const rest = known.length > MOST ? [counted(known.length - MOST, 'more model')] : []
  return [
    `Per 1,000 predictions, ${nameText(scopeText(review.economics))}: ${[...shown, ...rest].join(' · ')}`,
  ]
}
