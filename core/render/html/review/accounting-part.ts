import type { Review } from '../../../review/review.ts'
import { budgetRows } from '../../report/budget-rows.ts'
import { changeFindings } from '../../report/resource-findings.ts'
import { scopeText, unitCostRows } from '../../report/unit-costs.ts'
import { type Html, html, NOTHING } from '../markup.ts'
import { after, before, delta } from '../money.ts'
import type { HtmlOptions } from '../options.ts'
import { place } from '../place.ts'
import { cutTo, list, section, table } from '../table.ts'
import type { Filters } from './filters.ts'
import { groupMarks } from './filters-part.ts'

const MOST = 200

const LEVELS = { within: 'within', warn: '! near its end', over: '✗ exceeded' } as const

/** How much of each budget is used, and who is asked about a large change. */
export function budgetsPart(review: Review, filters: Filters, options: HtmlOptions): Html {
  const { approval } = review
  const { shown, rest } = cutTo(budgetRows(review), MOST)
  const rows = shown.map(({ of, name, percent, figures, level }) => ({
    marks: groupMarks(filters, (dimension) => (dimension === of ? [{ kind: 'known', value: name }] : [])),
    cells: [html`${name}`, html`${percent}`, html`${figures}`, html`${LEVELS[level]}`],
  }))
  const columns = [
    { title: 'Budget' },
    { title: 'Used', isFigure: true as const },
    { title: `${review.prices.currency} a month`, isFigure: true as const },
    { title: '' },
  ]
  const whom = approval && (approval.reviewers.length > 0 ? approval.reviewers : approval.teams)
  const asked = whom
    ? html`<p>Approval is asked of ${whom.join(', ') || 'the owners'}: the change is above the limit of ascribe.yml.</p>`
    : NOTHING
  const told = [...changeFindings(review.findings.new), ...changeFindings(review.findings.existing)]
  const findings = list(
    told
      .slice(0, MOST)
      .map(({ severity, message, range }) => html`${severity}: ${place(range, options)} ${message}`),
  )
  return section('Budgets and growth', [
    table('Used after the change', columns, rows),
    cut(rest),
    findings,
    asked,
  ])
}

/** What predictions cost, how models are graded, and what the grades are made of. */
export function economicsPart(review: Review, filters: Filters): Html {
  const { shown, rest } = cutTo(unitCostRows(review), MOST)
  const rows = shown.map(({ model, before, after, roi, efficiency, grade, parts, because }) => ({
    marks: groupMarks(filters, (dimension) =>
      dimension === 'model' ? [{ kind: 'known', value: model }] : [],
    ),
    cells: [
      html`${model}`,
      html`${before === after ? after : `${before} → ${after}`}`,
      html`${roi}`,
      html`${efficiency}`,
      html`${grade}`,
      html`${[parts, ...because].join('; ')}`,
    ],
  }))
  const columns = [
    { title: 'Model' },
    { title: `Per 1,000, ${scopeText(review.economics)}`, isFigure: true as const },
    { title: 'ROI', isFigure: true as const },
    { title: 'Class' },
    { title: 'Grade' },
    { title: 'Made of' },
  ]
  return section('What the money buys', [table('Unit economics', columns, rows), cut(rest)])
}

/** The same money by model with shared costs, and how each pool is split. */
export function sharingPart(review: Review): Html {
  const { pools } = review.sharing
  const { currency } = review.prices
  if (pools.length === 0) return NOTHING
  const figures = (titles: readonly string[]) => titles.map((title) => ({ title, isFigure: true as const }))
  const carried = (title: string, groups: Review['sharing']['byTeam']): Html => {
    const { shown, rest } = cutTo(groups, MOST)
    const rows = shown.map(({ group, cost }) => ({
      cells: [
        group.kind === 'known' ? html`${group.value}` : html`<em>${NAMES[group.kind]}</em>`,
        before(cost),
        after(cost),
        delta(cost),
      ],
    }))
    const columns = [{ title }, ...figures(['Before', 'After', 'Change'])]
    return html`${table(`${title} with shared costs, ${currency} a month`, columns, rows)}${cut(rest)}`
  }
  const { shown, rest } = cutTo(pools, MOST)
  const rows = shown.map(({ name, amount, shared, kept, unallocated }) => ({
    cells: [html`${name}`, after(amount), after(shared), after(kept), after(unallocated)],
  }))
  const columns = [{ title: 'Pool' }, ...figures(['Cost', 'Shared', 'Kept', 'Unallocated'])]
  return section('Shared costs', [
    table(`Pools after the change, ${currency} a month`, columns, rows),
    cut(rest),
    list(
      shown.map(
        ({ methodology, because }) =>
          html`${methodology}${because === undefined ? '' : ` Unallocated: ${because}.`}`,
      ),
    ),
    carried('Team', review.sharing.byTeam),
    carried('Model', review.sharing.byModel),
  ])
}

const NAMES = { missing: 'nobody', unknown: 'not known', unallocated: 'unallocated' } as const

function cut(rest: number): Html {
  return rest > 0 ? html`<p>${rest} more are not listed.</p>` : NOTHING
}
