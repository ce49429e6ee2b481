import { type CurrencyCode, signOf } from '../../../domain/currency.ts'
import type { Owner } from '../../../domain/owner.ts'
import { groupOf } from '../../../review/breakdown.ts'
import type { Breakdown, Group } from '../../../review/review.ts'
import { amountText } from '../../amounts/amount.ts'
import { counted } from '../../text/counted.ts'
import { type Html, html, NOTHING } from '../markup.ts'
import type { Choice, Filters } from './filters.ts'

/** Title and noun of each dimension. */
const DIMENSION_WORDS: Readonly<Record<Breakdown, readonly [title: string, noun: string]>> = {
  team: ['Team', 'team'],
  model: ['Model', 'model'],
  phase: ['Phase', 'phase'],
  environment: ['Environment', 'environment'],
  costCenter: ['Cost centre', 'cost centre'],
  project: ['Project', 'project'],
}

/** A menu for each dimension. The page's style does the choosing: there is no script. */
export function filtersPart(filters: Filters, currency: CurrencyCode): Html {
  if (filters.length === 0) return NOTHING
  return html`<form class="filters" aria-label="Filters">
${filters.map(
  ({ dimension, choices }) =>
    html`<div><label for="by-${dimension}">${DIMENSION_WORDS[dimension][0]}</label><select id="by-${dimension}"><option value="all">all</option>${choices.map((choice) => option(choice, DIMENSION_WORDS[dimension][1], signOf(currency)))}</select></div>
`,
)}<button type="reset">Show all</button>
<p>Resources and violations follow every choice, on either side of the change; bars follow team and phase, models also the model. Totals are always of everything; a choice names its own.</p>
</form>
`
}

function option({ token, of, cost }: Choice, noun: string, sign: string): Html {
  const figures = cost ? ` (${amountText(cost.before, sign)} → ${amountText(cost.after, sign)})` : ''
  return html`<option value="${token}">${nameOf(of, noun)}${figures}</option>`
}

function nameOf(of: Choice['of'], noun: string): string {
  switch (of.kind) {
    case 'known':
      return of.value
    case 'more':
      return counted(of.count, `more ${noun}`)
    case 'missing':
      return `no ${noun}`
    case 'unknown':
      return `${noun} not known`
    default:
      return of satisfies never
  }
}

/** What hides the rows that a choice does not name, and tables of nothing else; and pales the phases of a bar that it does not. */
export function filterStyle(filters: Filters): string {
  return filters
    .flatMap(({ dimension, choices }) => choices.map(({ token }) => ruleOf(dimension, token)))
    .join('')
}

function ruleOf(dimension: Breakdown, token: string): string {
  // The form alone is searched for what is chosen, and not the whole page for each choice.
  const chosen = `.filters:has(#by-${dimension} [value="${token}"]:checked) ~ section`
  const mark = `data-by-${attribute(dimension)}`
  const other = `[${mark}]:not([${mark}~="${token}"])`
  const table = `.scroll:has([${mark}]):not(:has([${mark}~="${token}"], tbody tr:not([${mark}])))`
  return `${chosen} ${other}:not(rect), ${chosen} ${table} { display: none } ${chosen} rect${other} { opacity: .15 }\n`
}

/** The marks of a row by the owners of its sides. */
export function ownerMarks(filters: Filters, owners: readonly Owner[]): Html {
  return groupMarks(filters, (dimension) => owners.map((owner) => groupOf(owner[dimension])))
}

/** The marks of a row by the values that it is about; a dimension without any does not hide it. */
export function groupMarks(filters: Filters, groupsOf: (dimension: Breakdown) => readonly Group[]): Html {
  return html`${filters.map(({ dimension, tokenOf }) => {
    const tokens = new Set(groupsOf(dimension).map(tokenOf))
    return tokens.size === 0
      ? NOTHING
      : html` data-by-${{ markup: attribute(dimension) }}="${[...tokens].join(' ')}"`
  })}`
}

/** Names of attributes have no capitals. */
function attribute(dimension: Breakdown): string {
  return dimension.toLowerCase()
}
