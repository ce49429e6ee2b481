import { signOf } from '../../../domain/currency.ts'
import type { Review } from '../../../review/review.ts'
import { amountText } from '../../amounts/amount.ts'
import { namer } from '../../report/name-of.ts'
import { type Html, html, NOTHING } from '../markup.ts'
import type { HtmlOptions } from '../options.ts'
import { place } from '../place.ts'
import { cutTo, section, table } from '../table.ts'

const MOST = 500

/** What would be cheaper, with what it risks and whose price the figure stands on. */
export function suggestionsPart({ suggestions, resources, prices }: Review, options: HtmlOptions): Html {
  const { shown, rest } = cutTo(suggestions, MOST)
  const nameOf = namer(resources)
  const rows = shown.map((one) => ({
    cells: [
      html`<code>${nameOf(one)}</code>`,
      html`${one.what}`,
      html`${amountText(one.saves, signOf(prices.currency))}`,
      html`${one.risk}`,
      html`${one.source}, ${one.sourceDate}`,
      place(one.range, options),
    ],
  }))
  const more = rest > 0 ? html`<p>${rest} more, of less, are not listed.</p>` : NOTHING
  return section('What would be cheaper', [
    html`${table('Each stands for itself: they are not to be added up', COLUMNS, rows)}${more}`,
  ])
}

const COLUMNS = [
  { title: 'Resource' },
  { title: 'In place of' },
  { title: 'Saves a month', isFigure: true },
  { title: 'Risk' },
  { title: 'Price' },
  { title: 'Where' },
] as const
