import type { ModelCard } from '../../billing/efficiency/model-card.ts'
import type { Line } from '../../billing/report/bill-report.ts'
import { signOf } from '../../domain/currency.ts'
import { amountText } from '../amounts/amount.ts'
import type { Renderer } from '../renderer.ts'
import { type CardFact, cardFacts, TREND_HEADINGS, type TrendFacts } from '../report/model-card-facts.ts'
import { type Html, html, NOTHING } from './markup.ts'
import { page } from './page.ts'
import { list, section, table } from './table.ts'

const STYLE = `
.trend svg { width: 100%; max-width: 40rem; height: 9rem; display: block }
.trend text { font-size: 11px; fill: var(--quiet) }
`

/** One model, for its review meeting: a page that asks nobody for anything. */
export const htmlModelCard: Renderer<ModelCard> = (card) => {
  const { title, figures, score, unknown, trend } = cardFacts(card)
  const { model, line, optimisation, currency } = card
  const body = html`<p class="kicker">Model review</p>
<h1>${model} <small>${title}${line.team === undefined ? '' : `, of ${line.team}`}</small></h1>
${figureList(figures)}
${section('Efficiency', [figureList(score), list(unknown.map((reason) => html`${reason}`))])}
${section('Trend', [
  bars(trend, model),
  table(
    'What it cost and was worth, by period',
    TREND_HEADINGS.map((name, at) => (at === 0 ? { title: name } : { title: name, isFigure: true })),
    trend.map(({ cells }) => ({ cells: cells.map((cell) => html`${cell}`) })),
  ),
])}
${section('What it is made of', [
  lines('By phase', 'Phase', line.phases, currency),
  lines('By service', 'Service', card.services, currency),
  lines('Parts of shared costs', 'Pool', card.pools, currency),
])}
${
  optimisation === undefined
    ? NOTHING
    : section('To optimise', [
        html`<p>${amountText(optimisation.excess, signOf(currency))} less would make its value three times its cost.</p>`,
        list(
          optimisation.advice.map(
            ({ about, what, saves }) =>
              html`Ascribe suggests for <code>${about}</code>: ${what} (about ${amountText(saves, signOf(currency))} a month)`,
          ),
        ),
      ])
}
`
  return page(`Ascribe: ${model}, ${title}`, body, STYLE, undefined)
}

const figureList = (of: readonly CardFact[]): Html =>
  html`<dl class="figures">${of.map(({ name, text }) => html`<div><dt>${name}</dt><dd>${text}</dd></div>`)}</dl>
`

function lines(caption: string, heading: string, of: readonly Line[], currency: string): Html {
  return table(
    caption,
    [{ title: heading }, { title: 'Cost', isFigure: true }],
    of.map(({ name, amount }) => ({
      cells: [html`${name ?? '(not said)'}`, html`${amountText(amount, signOf(currency))}`],
    })),
  )
}

const WIDTH = 600
const HEIGHT = 100
const LABEL = 20
const GAP = 6
/** A bar of two is no wall. */
const FEWEST_SLOTS = 8

/** A bar a period; the table below says the same. */
function bars(trend: readonly TrendFacts[], model: string): Html {
  const most = Math.max(0, ...trend.map(({ cost }) => cost))
  if (most === 0) return NOTHING
  const step = WIDTH / Math.max(trend.length, FEWEST_SLOTS)
  const drawn = trend.map(({ period, cost, cells }, at) => {
    const height = Math.round(Math.max(0, (cost / most) * HEIGHT))
    const x = Math.round(at * step)
    return html`<g><title>${period}: ${cells[1]}</title><rect class="phase-0" x="${x + GAP}" y="${HEIGHT - height}" width="${Math.round(step) - 2 * GAP}" height="${height}"/><text x="${x + Math.round(step / 2)}" y="${HEIGHT + LABEL * 0.75}" text-anchor="middle">${period}</text></g>`
  })
  return html`<figure class="trend"><svg viewBox="0 0 ${WIDTH} ${HEIGHT + LABEL}" role="img" aria-label="Cost of ${model} by period">${drawn}</svg></figure>
`
}
