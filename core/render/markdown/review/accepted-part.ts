import type { Review } from '../../../review/review.ts'
import { addedText, baselineSentence, exemptGroups, exemptText } from '../../report/accepted.ts'
import { enforcementText } from '../../report/enforcement-text.ts'
import { counted } from '../../text/counted.ts'
import { sentenceText } from '../escape.ts'
import { type MarkdownOptions, STANDARD } from '../options.ts'
import { placer } from '../place.ts'
import { folded } from '../table.ts'

/** Where findings fail nothing yet, and until when. */
export function enforcementPart({ enforcement = [] }: Review): readonly string[] {
  return enforcement.map((notice) => `⏳ ${sentenceText(enforcementText(notice))}`)
}

/** What the change adds to what is accepted; folded, what is exempt and why, and how much the baseline knows. */
export function acceptedPart(review: Review, options: MarkdownOptions): readonly string[] {
  const { accepted, addedExemptions = [], prices } = review
  const { violations: most, oldViolations } = options.limits ?? STANDARD
  const place = placer(options)
  const added = addedExemptions
    .slice(0, most)
    .map((one) => `- ⚠️ ${place(one.range)} ${sentenceText(addedText(one, prices.currency))}`)
  const left = addedExemptions.length - added.length
  const groups = exemptGroups(accepted)
  const exempt = groups
    .slice(0, oldViolations)
    .map((group) => `- ${place(group.exemption.range)} ${sentenceText(exemptText(group, prices.currency))}`)
  const rest = groups.length - exempt.length
  const known = baselineSentence(accepted, prices.currency)
  const list = folded(
    [...(groups.length > 0 ? [counted(groups.length, 'exemption')] : []), ...(known ? [known] : [])].join(
      ', ',
    ),
    [
      ...exempt,
      ...(rest > 0 ? [`- ${counted(rest, 'more exemption')}`] : []),
      ...(known ? [`- ${known}`] : []),
    ],
  )
  const told = [...added, ...(left > 0 ? [`- ${counted(left, 'more exemption')} added`] : [])]
  return [...told, ...(told.length > 0 && list.length > 0 ? [''] : []), ...list]
}
