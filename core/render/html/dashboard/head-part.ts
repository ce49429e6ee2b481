import type { Dashboard } from '../../../billing/dashboard/dashboard.ts'
import { signOf } from '../../../domain/currency.ts'
import { subtract, toDollars, type Usd } from '../../../domain/money.ts'
import { amountText, growthText, shareText, signedText } from '../../amounts/amount.ts'
import { type Html, html, NOTHING } from '../markup.ts'
import { periodName } from './period-name.ts'

/** How much, of what, and what it is made of. */
export function headPart(dashboard: Dashboard): Html {
  const { scope, period, total, billed, currency, cost, forecast } = dashboard
  const sign = signOf(currency)
  const when = periodName(period)
  const so = forecast ? ', so far' : ''
  const part =
    scope.kind === 'all'
      ? html`billed in ${when}${so}`
      : html`of the ${figure(billed, sign, 'billed')} that are billed in ${when}${so}${billed > 0 ? ` (${shareText(total / billed)})` : ''}`
  return html`<header>
<p class="kicker">Ascribe · ${scope.kind === 'all' ? 'all teams' : 'team'} · ${period.from} until ${period.until} · ${cost} cost in ${currency}</p>
<h1>${scope.kind === 'all' ? NOTHING : html`${scope.team}: `}${figure(total, sign, 'total')} <small>${part}</small></h1>
${course(dashboard, sign)}
<dl class="figures">
${parts(dashboard).map(([title, amount]) => html`<div><dt>${title}</dt><dd>${figure(amount, sign)}</dd></div>\n`)}${
  forecast &&
  html`<div><dt>At this pace, at the end</dt><dd>${figure(forecast.total, sign, 'forecast')}</dd></div>
`
}</dl>
${forecast && html`<p class="was">The pace is that of the last seven whole days, up to ${forecast.lastDay}; ${forecast.daysLeft} ${forecast.daysLeft === 1 ? 'day is' : 'days are'} to come.</p>`}
</header>
`
}

function parts({ coverage }: Dashboard): readonly (readonly [title: string, amount: Usd])[] {
  const { direct, shared, untagged, unallocated, apart } = coverage
  const all = [
    ['Direct', direct],
    ['Shared', shared],
    ['Untagged', untagged],
    ['Unallocated', unallocated],
    ['Kept apart', apart],
  ] as const
  return all.filter(([title, amount]) => title === 'Direct' || amount !== 0)
}

/** A part of a month is not compared with a whole one: what it comes to is. */
function course({ total, change, forecast }: Dashboard, sign: string): Html {
  if (!change || (total === 0 && change.before === 0)) return NOTHING
  const delta = subtract(forecast?.total ?? total, change.before)
  if (delta === 0) return html`<p class="lead">As much as in the period before.</p>`
  const growth = growthText(change.before, delta)
  return html`<p class="lead">${forecast ? 'At this pace ' : ''}<span class="${delta > 0 ? 'more' : 'less'}">${signedText(delta, sign)}${growth === undefined ? '' : ` (${growth})`}</span> against ${amountText(change.before, sign)} in the period before.</p>`
}

/** An amount as text, with the exact one for machines. */
export function figure(amount: Usd, sign: string, id?: string): Html {
  const name = id === undefined ? NOTHING : html` id="${id}"`
  return html`<data${name} value="${toDollars(amount)}">${amountText(amount, sign)}</data>`
}
