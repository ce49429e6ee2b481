import type { Dashboard } from '../../../billing/dashboard/dashboard.ts'
import { signOf } from '../../../domain/currency.ts'
import { type Html, html, NOTHING } from '../markup.ts'
import { cutTo, section, table } from '../table.ts'
import { figure } from './head-part.ts'
import { ownerMarks } from './owner-marks.ts'
import type { PageData } from './page-data.ts'

const MOST = 50

/** Down to what is billed: whose money a bar is, resource by resource. */
export function resourcesPart({ resources, scope, currency }: Dashboard, data: PageData): Html {
  const sign = signOf(currency)
  const { shown, rest } = cutTo(resources, MOST)
  const hasTeams = scope.kind === 'all'
  return section('Dearest resources', [
    table(
      'By their own tags, before anything is shared',
      [
        { title: 'Resource' },
        { title: 'Service' },
        ...(hasTeams ? [{ title: 'Team' }] : []),
        { title: 'Model' },
        { title: 'Phase' },
        { title: 'Cost', isFigure: true },
      ],
      shown.map(({ resource, name, service, owner, amount }) => ({
        cells: [
          html`<code>${name ?? resource}</code>`,
          html`${service ?? '–'}`,
          ...(hasTeams ? [html`${owner.team ?? '–'}`] : []),
          html`${owner.model ?? '–'}`,
          html`${owner.phase ?? '–'}`,
          figure(amount, sign),
        ],
        marks: ownerMarks(owner, data),
      })),
    ),
    rest > 0 ? html`<p>${rest} more are cheaper.</p>` : NOTHING,
  ])
}
