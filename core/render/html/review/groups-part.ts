import type { Breakdown, GroupChange, Review } from '../../../review/review.ts'
import { type Html, html, NOTHING } from '../markup.ts'
import { after, before, delta } from '../money.ts'
import { cutTo, section, table } from '../table.ts'

const MOST = 200

const TITLES: readonly (readonly [Breakdown, title: string, noun: string])[] = [
  ['team', 'Team', 'team'],
  ['environment', 'Environment', 'environment'],
  ['costCenter', 'Cost centre', 'cost centre'],
  ['project', 'Project', 'project'],
]

/** The same money by each other question that attribution answers. */
export function groupsPart({ by, prices }: Review): Html {
  return section(
    'The same money, by other questions',
    TITLES.map(([dimension, title, noun]) => groupsTable(by[dimension], title, noun, prices.currency)),
  )
}

function groupsTable(groups: readonly GroupChange[], title: string, noun: string, currency: string): Html {
  const { shown, rest } = cutTo(groups, MOST)
  if (!groups.some(({ group }) => group.kind === 'known')) return NOTHING
  const rows = shown.map(({ group, cost }) => ({
    cells: [
      group.kind === 'known'
        ? html`${group.value}`
        : html`<em>${group.kind === 'missing' ? `no ${noun}` : `${noun} not known`}</em>`,
      before(cost),
      after(cost),
      delta(cost),
    ],
  }))
  const columns = [
    { title },
    ...['Before', 'After', 'Change'].map((title) => ({ title, isFigure: true as const })),
  ]
  const more = rest > 0 ? html`<p>${rest} more are not listed.</p>` : NOTHING
  return html`${table(`${title}, ${currency} a month`, columns, rows)}${more}`
}
