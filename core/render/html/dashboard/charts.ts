import type { Usd } from '../../../domain/money.ts'
import { amountText, shareText } from '../../amounts/amount.ts'
import { titleOf } from '../../report/title.ts'
import { type Html, html, NOTHING } from '../markup.ts'
import { percent } from '../percent.ts'
import { type Column, table } from '../table.ts'
import type { PageData } from './page-data.ts'
import { type Band, type Choice, DIMENSION_TITLES, select, type View } from './select.ts'

/** Bars that are drawn by themselves. */
const MOST_BARS = 20

/** The charts of a choice, each with its figures as a table. Drawn by the report, and again in the page by its script. */
export function charts(
  data: PageData,
  choice: Choice,
): Readonly<Record<'shown' | 'bars' | 'days' | 'trend', Html>> {
  const view = select(data, choice)
  return {
    shown: shown(data, view, choice),
    bars: html`${legend(view.bands)}${bars(data, view, choice)}`,
    days: columns(
      'days',
      data.days.map((day) => day || 'no day'),
      view.days,
      view,
      data,
    ),
    trend: columns('periods', data.periods, view.periods, view, data),
  }
}

/** A total always says what it is a part of. */
function shown({ sign, billed, team, names }: PageData, { total }: View, { filters }: Choice): Html {
  const chosen = (Object.keys(filters) as (keyof typeof filters)[]).map((dimension) => {
    const at = filters[dimension]!
    const title = DIMENSION_TITLES[dimension].toLowerCase()
    return at < 0 ? `no ${title}` : `${title} ${names[dimension][at]}`
  })
  const of = [...(team === null ? [] : [`team ${team}`]), ...chosen]
  const share = billed > 0 ? ` (${shareText(total / billed)})` : ''
  return html`Shown: <data id="shown-total" value="${total / 1e6}">${amountText(total as Usd, sign)}</data> of the ${amountText(billed as Usd, sign)} that are billed${share}${of.length === 0 ? '' : html`: ${of.join(', ')}`}.`
}

function legend(bands: readonly Band[]): Html {
  return html`<ul class="legend">${bands.map(({ title, look }) => html`<li><svg class="key" aria-hidden="true"><rect width="100%" height="100%" class="${look}"/></svg> ${wording(title, look)}</li>`)}</ul>
`
}

/** Values of tags are headings; the others are words already. */
const wording = (title: string, look: string): string => (look.startsWith('phase-') ? titleOf(title) : title)

function bars({ sign }: PageData, view: View, { groupBy, stackBy }: Choice): Html {
  const groups = view.groups.slice(0, MOST_BARS)
  const rest = view.groups.slice(MOST_BARS)
  const most = Math.max(0, ...groups.map(({ parts }) => positive(parts)))
  if (groups.length === 0) return html`<p class="empty">Nothing of this choice was billed.</p>`
  const title = DIMENSION_TITLES[groupBy]
  const more =
    rest.length === 0
      ? NOTHING
      : html`<p>${rest.length} more: ${amountText(rest.reduce((sum, { amount }) => sum + amount, 0) as Usd, sign)}. The table has them.</p>`
  return html`<div class="bars">
${groups.map((group) => bar(group, view.bands, most, sign))}</div>
${more}${asTable(
  `${title} by ${DIMENSION_TITLES[stackBy].toLowerCase()}`,
  title,
  view.groups.map(({ name, parts }) => ({ name, parts })),
  view,
  sign,
)}`
}

function bar(
  { name, amount, parts }: View['groups'][number],
  bands: readonly Band[],
  most: number,
  sign: string,
): Html {
  let x = 0
  const rects = parts.flatMap((part, at) => {
    if (part <= 0) return []
    const from = x
    x += part / most
    return [
      html`<rect x="${percent(from)}" width="${percent(part / most)}" height="100%" class="${bands[at]!.look}"><title>${wording(bands[at]!.title, bands[at]!.look)}: ${amountText(part as Usd, sign)}</title></rect>`,
    ]
  })
  return html`<div class="owner"><span class="name">${name}</span><div class="bar"><svg role="img" aria-label="${name}: ${spoken(amount, parts, bands, sign)}">${rects}</svg><span aria-hidden="true">${amountText(amount as Usd, sign)}</span></div></div>
`
}

/** Columns over time, all of one height's scale. */
function columns(
  name: 'days' | 'periods',
  labels: readonly string[],
  amounts: View['days'],
  { bands }: View,
  { sign }: PageData,
): Html {
  const most = Math.max(0, ...amounts.map(positive))
  if (most <= 0) return html`<p class="empty">Nothing of this choice was billed.</p>`
  const drawn = labels.map((label, at) => column(label, at, labels.length, amounts[at]!, bands, most, sign))
  const total = (at: number) => amountText(totalOf(amounts[at]!) as Usd, sign)
  const axis =
    name === 'periods'
      ? labels.map((label, at) => html`<span>${label}<br><b>${total(at)}</b></span>`)
      : axisDays(labels)
  return html`<div class="plot"><div class="scale" aria-hidden="true"><span>${amountText(most as Usd, sign)}</span><span>${amountText((most / 2) as Usd, sign)}</span><span>0</span></div><svg role="img" aria-label="${labels.length} columns, the highest ${amountText(most as Usd, sign)}; the table below has the figures"><line x2="100%" y1="0" y2="0"/><line x2="100%" y1="50%" y2="50%"/><line x2="100%" y1="100%" y2="100%"/>${drawn}</svg><div class="axis ${name}" aria-hidden="true">${axis}</div></div>
${asTable(
  name === 'days' ? 'By day' : 'By period',
  name === 'days' ? 'First day' : 'Period',
  labels.map((label, at) => ({ name: label, parts: amounts[at]! })),
  { bands },
  sign,
)}`
}

function axisDays(labels: readonly string[]): readonly Html[] {
  const wanted = new Set([0, Math.floor((labels.length - 1) / 2), labels.length - 1])
  return [...wanted].map((at) => html`<span>${labels[at]}</span>`)
}

function column(
  label: string,
  at: number,
  count: number,
  parts: readonly number[],
  bands: readonly Band[],
  most: number,
  sign: string,
): Html {
  let y = 1
  const rects = parts.flatMap((part, band) => {
    if (part <= 0) return []
    const height = part / most
    y -= height
    return [
      html`<rect x="${percent((at + 0.1) / count)}" y="${percent(y)}" width="${percent(0.8 / count)}" height="${percent(height)}" class="${bands[band]!.look}"/>`,
    ]
  })
  return html`<g>${rects}<title>${label}: ${spoken(totalOf(parts), parts, bands, sign)}</title></g>`
}

function asTable(
  caption: string,
  first: string,
  rows: readonly { readonly name: string; readonly parts: readonly number[] }[],
  { bands }: Pick<View, 'bands'>,
  sign: string,
): Html {
  const heads: readonly Column[] = [
    { title: first },
    ...bands.map(({ title, look }) => ({ title: wording(title, look), isFigure: true as const })),
    { title: 'Total', isFigure: true as const },
  ]
  const cell = (amount: number) =>
    html`<data value="${amount / 1e6}">${amountText(amount as Usd, sign)}</data>`
  return html`<details><summary>The figures as a table</summary>${table(
    caption,
    heads,
    rows.map(({ name, parts }) => ({ cells: [html`${name}`, ...parts.map(cell), cell(totalOf(parts))] })),
  )}</details>
`
}

function spoken(amount: number, parts: readonly number[], bands: readonly Band[], sign: string): string {
  const of = parts.flatMap((part, at) =>
    part === 0 ? [] : [`${wording(bands[at]!.title, bands[at]!.look)} ${amountText(part as Usd, sign)}`],
  )
  return `${amountText(amount as Usd, sign)}${of.length === 0 ? '' : `, of it ${of.join(', ')}`}`
}

const totalOf = (parts: readonly number[]): number => parts.reduce((sum, part) => sum + part, 0)
const positive = (parts: readonly number[]): number => parts.reduce((sum, part) => sum + Math.max(0, part), 0)
