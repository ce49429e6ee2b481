import type { Dashboard, Dashboards } from '../../billing/dashboard/dashboard.ts'
import { signOf } from '../../domain/currency.ts'
import { amountText } from '../amounts/amount.ts'
import { breakdownsPart } from './dashboard/breakdowns-part.ts'
import { budgetsPart } from './dashboard/budgets-part.ts'
import { moversPart, untaggedPart } from './dashboard/changes-part.ts'
import { charts } from './dashboard/charts.ts'
import { choicesPart } from './dashboard/choices-part.ts'
import { flowsPart } from './dashboard/flows-part.ts'
import { headPart } from './dashboard/head-part.ts'
import { modelsPart } from './dashboard/models-part.ts'
import type { DashboardOptions } from './dashboard/options.ts'
import { type PageData, pageData, scriptText } from './dashboard/page-data.ts'
import { periodName } from './dashboard/period-name.ts'
import { resourcesPart } from './dashboard/resources-part.ts'
import pageScript from './dashboard/script.generated.json' with { type: 'json' }
import { firstChoice } from './dashboard/select.ts'
import { storagePart } from './dashboard/storage-part.ts'
import { DASHBOARD_STYLE, PATTERNS } from './dashboard/style.ts'
import { teamsPart } from './dashboard/teams-part.ts'
import { type Html, html, NOTHING } from './markup.ts'
import { page } from './page.ts'
import { list, section } from './table.ts'

/** The page of all teams: readable without its script, which redraws the charts for what is chosen. */
export function htmlDashboard(all: Dashboards, options: DashboardOptions): string {
  const data = pageData(all.all)
  return whole(all.all, data, teamsPart(all, data, options), bullets('Notes', all.notes))
}

/** A team's page. It names no other team. */
export function htmlTeamDashboard(dashboard: Dashboard, { indexFile }: DashboardOptions): string {
  return whole(dashboard, pageData(dashboard), NOTHING, html`<p><a href="${indexFile}">All teams</a></p>\n`)
}

function whole(dashboard: Dashboard, data: PageData, first: Html, last: Html): string {
  const { scope, period, currency, total, facts } = dashboard
  const title = `Ascribe: ${scope.kind === 'all' ? 'all teams' : scope.team}, ${periodName(period)}: ${amountText(total, signOf(currency))}`
  const parts = [
    { markup: PATTERNS },
    headPart(dashboard),
    first,
    budgetsPart(dashboard),
    facts.length > 0 ? costsPart(dashboard, data) : nothingPart(dashboard),
    modelsPart(dashboard, data),
    flowsPart(dashboard),
    moversPart(dashboard),
    resourcesPart(dashboard, data),
    untaggedPart(dashboard),
    storagePart(dashboard),
    bullets('How costs are shared', dashboard.pools),
    last,
    html`<footer>Costs are shared first and chosen last, so that teams and what is nobody's add up to the bill. Each figure is rounded by itself; exact ones are in the page and in the JSON report.</footer>
`,
  ]
  if (facts.length === 0) return page(title, html`${parts}`, DASHBOARD_STYLE, undefined)
  const embedded = html`<script type="application/json" id="data">${{ markup: scriptText(data) }}</script>\n`
  return page(title, html`${[...parts, embedded]}`, DASHBOARD_STYLE, undefined, {
    text: pageScript.script,
    hash: pageScript.hash,
  })
}

function costsPart({ periods, isByWeek }: Dashboard, data: PageData): Html {
  const { bars, days, trend, shown } = charts(data, firstChoice(data))
  return html`<section>
<h2>Where it goes</h2>
${choicesPart(data, shown)}<div id="bars">${bars}</div>
<h3>${isByWeek ? 'By week' : 'By day'}</h3>
<div id="days">${days}</div>
<h3>Against periods before</h3>
${periods.length > 1 ? html`<div id="trend">${trend}</div>` : html`<p class="empty">The bill does not reach back before this period.</p>`}
</section>
${breakdownsPart(data)}`
}

const nothingPart = ({ period }: Dashboard): Html =>
  section('Where it goes', [
    html`<p class="empty">Nothing is charged to this team in ${periodName(period)}, nor in the periods before.</p>
`,
  ])

const bullets = (title: string, items: readonly string[]): Html =>
  section(title, [list(items.map((item) => html`${item}`))])
