import type { Finding } from '../../../domain/finding.ts'
import type { Review } from '../../../review/review.ts'
import { lacked, messageOf } from '../../report/message-of.ts'
import { type NameOf, namer } from '../../report/name-of.ts'
import { resourceFindings } from '../../report/resource-findings.ts'
import { ownersIn, type StakesOf, stakesIn } from '../../report/stakes.ts'
import {
  byStakes,
  countText,
  instancesText,
  mergeInstances,
  type Violation,
  violations,
} from '../../report/violations.ts'
import { type Html, html, NOTHING } from '../markup.ts'
import type { HtmlOptions } from '../options.ts'
import { place } from '../place.ts'
import { cutTo, section, table } from '../table.ts'
import type { Filters } from './filters.ts'
import { ownerMarks } from './filters-part.ts'

const MOST = 500

/** What blocks the merge, the most expensive first; then what was there before, and what was fixed. */
export function violationsPart(review: Review, filters: Filters, options: HtmlOptions): Html {
  const { findings } = review
  const owners = ownersIn(review)
  const stakesOf = stakesIn(review)
  const told = (some: readonly Finding[], title: string): Html => {
    const found = mergeInstances(violations(resourceFindings(some)))
      .filter(({ severity }) => severity !== 'hint')
      .sort(byStakes)
    if (found.length === 0) return NOTHING
    const { shown, rest } = cutTo(found, MOST)
    const names = namer(found)
    const rows = shown.map((violation) => {
      const owner = owners(violation.project, violation.address)
      return {
        cells: row(violation, stakesOf, names, options),
        ...(owner && { marks: ownerMarks(filters, [owner]) }),
      }
    })
    const more = rest > 0 ? html`<p>${rest} more, cheaper than these, are not listed.</p>` : NOTHING
    return html`${table(`${title}: ${countText(found)}`, COLUMNS, rows)}${more}`
  }
  return section('Tag violations', [
    told(findings.new, 'New'),
    told(findings.existing, 'From before'),
    told(findings.fixed, 'Fixed'),
  ])
}

const COLUMNS = [
  { title: 'Resource' },
  { title: 'Violation' },
  { title: 'Rule' },
  { title: 'At stake' },
  { title: 'Where' },
] as const

function row(
  violation: Violation,
  stakesOf: StakesOf,
  nameOf: NameOf,
  options: HtmlOptions,
): readonly Html[] {
  const { address, ruleId, severity, range } = violation
  const lack = lacked(violation)
  const what = lack
    ? html`lacks ${lack.keys.map((key, at) => html`${at > 0 ? ', ' : ''}<code>${key}</code>`)}${lack.because}`
    : html`${messageOf(violation).replace(` of ${address} `, ' ')}`
  return [
    html`<code>${nameOf(violation)}</code>${instancesText(violation)}`,
    what,
    html`<span class="severity ${severity}">${severity}</span> ${ruleId}`,
    html`${stakesOf(violation) ?? '–'}`,
    place(range, options),
  ]
}
