import type { Dashboards } from '../../../billing/dashboard/dashboard.ts'
import { signOf } from '../../../domain/currency.ts'
import { shareText } from '../../amounts/amount.ts'
import { type Html, html } from '../markup.ts'
import { section, table } from '../table.ts'
import { figure } from './head-part.ts'
import type { DashboardOptions } from './options.ts'
import type { PageData } from './page-data.ts'

/** A row and a page for each team; what is nobody's below, so that the rows are the bill. */
export function teamsPart(
  { all, teams, teamsLeftOut }: Dashboards,
  data: PageData,
  { fileOf }: DashboardOptions,
): Html {
  const sign = signOf(all.currency)
  const share = (amount: number) => html`${all.billed > 0 ? shareText(amount / all.billed) : ''}`
  const rows = teams.map(({ scope, total, coverage, budgets }) => {
    const team = scope.kind === 'team' ? scope.team : ''
    const file = fileOf(team)
    const budget = budgets.find(({ of, name }) => of === 'team' && name === team)
    const end = budget && (budget.forecast ?? budget.spent)
    return {
      cells: [
        file === undefined ? html`${team}` : html`<a href="${file}">${team}</a>`,
        figure(total, sign),
        share(total),
        figure(coverage.direct, sign),
        figure(coverage.shared, sign),
        figure(coverage.untagged, sign),
        budget
          ? html`<span class="${end! > budget.budget ? 'more' : 'less'}">${Math.floor((budget.spent / Math.max(1, budget.budget)) * 100)}%</span>`
          : html`–`,
      ],
      marks: html` data-team="${data.names.team.indexOf(team)}"`,
    }
  })
  const nobodys = all.total - teams.reduce((sum, { total }) => sum + total, 0)
  const rest = {
    cells: [
      html`<em>${teamsLeftOut > 0 ? `${teamsLeftOut} more teams, and nobody` : 'nobody'}</em>`,
      figure(nobodys as typeof all.total, sign),
      share(nobodys),
      ...Array.from({ length: 4 }, () => html``),
    ],
  }
  const columns = ['Cost', 'Of the bill', 'Direct', 'Shared', 'Untagged', 'Budget used']
  return section('Teams', [
    teams.length === 0
      ? html`<p class="empty">No charge names a team, and ascribe.yml has none.</p>`
      : table(
          `Cost by team, ${all.currency}; they and what is nobody's are the bill`,
          [{ title: 'Team' }, ...columns.map((title) => ({ title, isFigure: true as const }))],
          nobodys === 0 ? rows : [...rows, rest],
        ),
  ])
}
