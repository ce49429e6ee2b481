import type { Review } from '../../../review/review.ts'
import { addedText, baselineSentence, exemptGroups, exemptText } from '../../report/accepted.ts'
import { enforcementText } from '../../report/enforcement-text.ts'
import { placeText } from '../../report/violations.ts'
import { counted } from '../../text/counted.ts'
import { visible } from '../../text/visible.ts'
import { hang } from '../../text/wrap.ts'
import { type Page, styled } from '../page.ts'

const MOST = 20

/** Where findings fail nothing yet, and until when. */
export function enforcementSection({ enforcement = [] }: Review, page: Page): readonly string[] {
  return enforcement.flatMap((notice) => styled(visible(enforcementText(notice)), page.style.warning, page))
}

/** What the change adds to what is accepted, then what is exempt and why, then how much the baseline knows. */
export function acceptedSection(review: Review, page: Page): readonly string[] {
  const { accepted, addedExemptions = [], prices } = review
  const { style, width } = page
  const line = (text: string) => hang('- ', visible(text), width)
  const groups = exemptGroups(accepted)
  const known = baselineSentence(accepted, prices.currency)
  const rest = groups.length - MOST
  return [
    ...addedExemptions.flatMap((added) =>
      hang(
        '! ',
        visible(`${placeText(added.range, page.path)}: ${addedText(added, prices.currency)}`),
        width,
      ),
    ),
    ...(groups.length > 0 ? styled('Exempt', style.heading, page) : []),
    ...groups.slice(0, MOST).flatMap((group) => line(exemptText(group, prices.currency))),
    ...(rest > 0 ? styled(`  ${counted(rest, 'more exemption')}, of less`, style.quiet, page) : []),
    ...(known === undefined ? [] : styled(known, style.quiet, page)),
  ]
}
