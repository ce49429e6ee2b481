import { FACT_DIMENSIONS } from '../../../billing/dashboard/facts.ts'
import type { Usd } from '../../../domain/money.ts'
import { type Html, html, NOTHING } from '../markup.ts'
import { cutTo, section, table } from '../table.ts'
import { figure } from './head-part.ts'
import type { PageData } from './page-data.ts'
import { DIMENSION_TITLES, firstChoice, select } from './select.ts'

const MOST = 15

/** The whole total by every tag: what menus choose from, for who has no script. */
export function breakdownsPart(data: PageData): Html {
  const first = firstChoice(data)
  const tables = FACT_DIMENSIONS.filter(
    (dimension) => dimension !== 'model' && !(dimension === 'team' && data.team !== null),
  ).map((dimension) => {
    const { shown, rest } = cutTo(select(data, { ...first, groupBy: dimension }).groups, MOST)
    const title = DIMENSION_TITLES[dimension]
    return html`${table(
      `By ${title.toLowerCase()}`,
      [{ title }, { title: 'Cost', isFigure: true }],
      shown.map(({ name, amount }) => ({ cells: [html`${name}`, figure(amount as Usd, data.sign)] })),
    )}${rest > 0 ? html`<p>${rest} more.</p>` : NOTHING}`
  })
  return section('The total by every tag', [html`<div class="tags">${tables}</div>`])
}
