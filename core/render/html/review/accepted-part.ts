import type { Review } from '../../../review/review.ts'
import { addedText, baselineSentence, exemptGroups, exemptText } from '../../report/accepted.ts'
import { enforcementText } from '../../report/enforcement-text.ts'
import { type Html, html, NOTHING } from '../markup.ts'
import type { HtmlOptions } from '../options.ts'
import { place } from '../place.ts'
import { cutTo, list, section } from '../table.ts'

const MOST = 500

/** Where findings fail nothing yet, and until when. */
export function enforcementPart({ enforcement = [] }: Review): Html {
  return list(enforcement.map((notice) => html`${enforcementText(notice)}`))
}

/** What the change adds to what is accepted, what is exempt and why, and how much the baseline knows. */
export function acceptedPart({ accepted, addedExemptions = [], prices }: Review, options: HtmlOptions): Html {
  const { shown, rest } = cutTo(exemptGroups(accepted), MOST)
  const known = baselineSentence(accepted, prices.currency)
  return section('Exemptions and baseline', [
    list(
      addedExemptions.map(
        (added) => html`<strong>${addedText(added, prices.currency)}</strong> ${place(added.range, options)}`,
      ),
    ),
    list(
      shown.map(
        (group) => html`${exemptText(group, prices.currency)} ${place(group.exemption.range, options)}`,
      ),
    ),
    rest > 0 ? html`<p>${rest} more exemptions, of less, are not listed.</p>` : NOTHING,
    known === undefined ? NOTHING : html`<p>${known}</p>`,
  ])
}
