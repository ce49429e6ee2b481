import type { Owner } from '../../../domain/owner.ts'
import type { ResourceChange, Review } from '../../../review/review.ts'
import { namer } from '../../report/name-of.ts'
import { whatChanged } from '../../report/what-changed.ts'
import { type Html, html, NOTHING } from '../markup.ts'
import { after, before, delta } from '../money.ts'
import type { HtmlOptions } from '../options.ts'
import { place } from '../place.ts'
import { cutTo, section, table } from '../table.ts'
import type { Filters } from './filters.ts'
import { ownerMarks } from './filters-part.ts'

const MOST = 1000

/** Every resource that is not what it was, and what about it changed. */
export function resourcesPart({ resources, prices }: Review, filters: Filters, options: HtmlOptions): Html {
  const { shown, rest } = cutTo(resources, MOST)
  const nameOf = namer(resources)
  const rows = shown.map((change) => ({
    cells: [
      html`<code>${nameOf(change)}</code>`,
      html`${whatChanged(change).join('; ')}`,
      before(change.cost),
      after(change.cost),
      delta(change.cost),
      placeOf(change, options),
    ],
    marks: ownerMarks(filters, ownersOf(change)),
  }))
  const more = rest > 0 ? html`<p>${rest} more are not listed.</p>` : NOTHING
  return section(`Resources changed (${resources.length})`, [
    html`${table(`Resources changed, ${prices.currency} a month`, COLUMNS, rows)}${more}`,
  ])
}

function ownersOf({ before, after }: ResourceChange): readonly Owner[] {
  return [before, after].flatMap((side) => side?.owner ?? [])
}

const COLUMNS = [
  { title: 'Resource' },
  { title: 'What changed' },
  { title: 'Before', isFigure: true },
  { title: 'After', isFigure: true },
  { title: 'Change', isFigure: true },
  { title: 'Where' },
] as const

function placeOf({ before, after }: ResourceChange, options: HtmlOptions): Html {
  const side = after ?? before
  return side ? place(side.resource.range, options) : NOTHING
}
