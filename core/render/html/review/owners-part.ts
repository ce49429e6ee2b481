import { signOf } from '../../../domain/currency.ts'
import type { Usd } from '../../../domain/money.ts'
import type { Breakdown, Group, ModelPhaseChange, Review } from '../../../review/review.ts'
import { amountText } from '../../amounts/amount.ts'
import { addChanges, NO_CHANGE } from '../../amounts/shown-change.ts'
import { titleOf } from '../../report/title.ts'
import { type Html, html, NOTHING } from '../markup.ts'
import { after, course, delta } from '../money.ts'
import { percent } from '../percent.ts'
import { cutTo, section, table } from '../table.ts'
import { type Bars, barsOf, type OwnerBar, type PhaseName, teamsOf } from './bars.ts'
import type { Filters } from './filters.ts'
import { groupMarks } from './filters-part.ts'

const MOST_MODELS = 500

/** Whose money it is: teams by phase as bars, models by phase as a table. */
export function ownersPart(review: Review, filters: Filters): Html {
  const bars = barsOf(review)
  if (bars.most === 0) return NOTHING
  return section('Who pays', [
    chart(bars, filters, signOf(review.prices.currency)),
    modelsTable(review, bars.legend, filters),
  ])
}

function chart(bars: Bars, filters: Filters, sign: string): Html {
  const { legend, owners } = bars
  return html`<figure>
<figcaption>Monthly cost by team and phase: thin before the change, thick after it. The table below has the figures.</figcaption>
<ul class="legend">${legend.map((phase, at) => html`<li><svg class="key" aria-hidden="true"><rect width="100%" height="100%" class="${classOf(phase, at)}"/></svg> ${nameOf(phase)}</li>`)}</ul>
<div class="bars">
${owners.map((owner) => pair(owner, bars, filters, sign))}</div>
</figure>
`
}

function pair(owner: OwnerBar, { legend, most }: Bars, filters: Filters, sign: string): Html {
  const marks = groupMarks(filters, (dimension) => (dimension === 'team' ? owner.teams : []))
  const side = (which: 'before' | 'after'): Html =>
    html`<div class="bar ${which}"><svg role="img" aria-label="${spoken(owner, legend, which, sign)}">${segments(owner, legend, which, most, filters, sign)}</svg><span aria-hidden="true">${amountText(owner.cost[which], sign)}</span></div>`
  return html`<div class="owner"${marks}><span class="name">${owner.name}</span><div>${side('before')}${side('after')}</div></div>
`
}

function segments(
  owner: OwnerBar,
  legend: readonly PhaseName[],
  which: 'before' | 'after',
  most: Usd,
  filters: Filters,
  sign: string,
): readonly Html[] {
  let at = 0
  return owner.phases.flatMap((cost, index) => {
    const share = cost[which] / most
    if (share <= 0) return []
    const x = at
    at += share
    return [
      html`<rect x="${percent(x)}" width="${percent(share)}" height="100%" class="${classOf(legend[index]!, index)}"${phaseMarks(legend[index]!, filters)}><title>${nameOf(legend[index]!)}: ${amountText(cost[which], sign)}</title></rect>`,
    ]
  })
}

/** The phases that share a colour are never paled: one of them may be chosen. */
function phaseMarks(phase: PhaseName, filters: Filters): Html {
  return groupMarks(filters, (dimension) => (dimension === 'phase' ? phaseOf(phase) : []))
}

function phaseOf(phase: PhaseName): readonly Group[] {
  if (phase.kind === 'known') return [phase]
  return phase.kind === 'other' ? [] : [{ kind: phase.kind }]
}

function spoken(
  { name, cost, phases }: OwnerBar,
  legend: readonly PhaseName[],
  which: 'before' | 'after',
  sign: string,
): string {
  const parts = phases.flatMap((phase, at) =>
    phase[which] > 0 ? [`${nameOf(legend[at]!)} ${amountText(phase[which], sign)}`] : [],
  )
  return `${name}, ${which}: ${amountText(cost[which], sign)} a month${parts.length > 0 ? `, of it ${parts.join(', ')}` : ''}`
}

function modelsTable({ modelPhases, prices }: Review, legend: readonly PhaseName[], filters: Filters): Html {
  const { shown, rest } = cutTo(modelPhases, MOST_MODELS)
  const rows = shown.map((change) => ({
    cells: [
      modelName(change),
      html`${change.teams.length > 0 ? change.teams.join(', ') : '–'}`,
      ...legend.map((phase) => course(cellOf(change, phase, legend))),
      delta(change.cost),
      after(change.cost),
    ],
    marks: groupMarks(filters, (dimension) => groupsOf(change, dimension)),
  }))
  const more = rest > 0 ? html`<p>${rest} more models are not listed.</p>` : NOTHING
  const columns = [
    { title: 'Model' },
    { title: 'Team' },
    ...[...legend.map(nameOf), 'Change', 'New total'].map((title) => ({ title, isFigure: true as const })),
  ]
  return html`${table(`Models by phase, ${prices.currency} a month`, columns, rows)}${more}`
}

function groupsOf({ model, teams, phases }: ModelPhaseChange, dimension: Breakdown): readonly Group[] {
  switch (dimension) {
    case 'model':
      return [model]
    case 'team':
      return teamsOf(model, teams)
    case 'phase':
      return phases.map(({ phase }) => phase)
    default:
      return []
  }
}

function cellOf({ phases }: ModelPhaseChange, column: PhaseName, legend: readonly PhaseName[]) {
  const named = new Set(legend.flatMap((phase) => (phase.kind === 'known' ? [phase.value] : [])))
  const isIn = (phase: Group): boolean => {
    if (phase.kind !== 'known') return column.kind === phase.kind
    return column.kind === 'known'
      ? column.value === phase.value
      : column.kind === 'other' && !named.has(phase.value)
  }
  return phases
    .filter(({ phase }) => isIn(phase))
    .map(({ cost }) => cost)
    .reduce(addChanges, NO_CHANGE)
}

function modelName({ model }: ModelPhaseChange): Html {
  if (model.kind === 'known') return html`${model.value}`
  return html`<em>${model.kind === 'missing' ? 'unattributed' : 'model not known'}</em>`
}

function nameOf(phase: PhaseName): string {
  switch (phase.kind) {
    case 'known':
      return titleOf(phase.value)
    case 'other':
      return 'Other'
    case 'missing':
      return 'No phase'
    case 'unknown':
      return 'Phase not known'
    default:
      return phase satisfies never
  }
}

function classOf({ kind }: PhaseName, at: number): string {
  return kind === 'known' ? `phase-${at}` : kind
}
