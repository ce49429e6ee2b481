import type { Dashboard } from '../../../billing/dashboard/dashboard.ts'
import { signOf } from '../../../domain/currency.ts'
import type { Usd } from '../../../domain/money.ts'
import { amountText, signedText } from '../../amounts/amount.ts'
import { type Html, html, NOTHING } from '../markup.ts'
import { cutTo, section, table } from '../table.ts'
import { figure } from './head-part.ts'

const MOST = 30

/** What became dearer or cheaper, and through what. */
export function moversPart({ change, forecast, currency }: Dashboard): Html {
  const sign = signOf(currency)
  const rows = change?.movers.map(({ model, team, before, after, delta, because }) => ({
    cells: [
      model === undefined ? html`<em>(untagged)</em>` : html`${model}`,
      html`${team ?? '–'}`,
      figure(before, sign),
      figure(after, sign),
      signed(delta, sign),
      html`${because.map(({ phase, service, delta: part }) => html`<div>${signed(part, sign)} ${[phase, service].filter((word) => word !== undefined).join(' · ') || 'other'}</div>`)}`,
    ],
  }))
  return section('Top movers', [
    rows === undefined
      ? html`<p class="empty">The bill does not reach back before this period: there is nothing to compare with.</p>`
      : rows.length === 0
        ? html`<p class="empty">Nothing changed against the period before.</p>`
        : table(
            `Against ${forecast ? 'as many days of the period before' : 'the period before'}; by the tags of the charges, before anything is shared`,
            [
              { title: 'Model' },
              { title: 'Team' },
              ...['Before', 'After', 'Change'].map((title) => ({ title, isFigure: true as const })),
              { title: 'Most of it' },
            ],
            rows,
          ),
  ])
}

const signed = (amount: Usd, sign: string): Html =>
  html`<span class="${amount > 0 ? 'more' : 'less'}">${signedText(amount, sign)}</span>`

/** What nobody can be charged for, and what was to be gone. */
export function untaggedPart({ untagged, expired, coverage, scope, currency }: Dashboard): Html {
  const sign = signOf(currency)
  const { shown, rest } = cutTo(untagged.listed, MOST)
  const others =
    untagged.rest !== 0 || rest > 0
      ? html`<p>${rest > 0 ? `${rest} more resources, and ` : ''}${amountText(untagged.rest, sign)} of others, or of charges that name no resource.</p>`
      : NOTHING
  const none =
    coverage.untagged === 0
      ? html`<p class="empty">${scope.kind === 'all' ? 'Every charge names its team and its model.' : 'Every charge that names this team names its model.'}</p>`
      : NOTHING
  const figures = { isFigure: true as const }
  return section('Untagged, and past its end', [
    none,
    table(
      'Untagged, the dearest first: tag or terminate until the day that is due',
      [
        { title: 'Resource' },
        { title: 'Service' },
        { title: 'Lacks' },
        { title: 'First seen' },
        { title: 'Due' },
        { title: 'Cost', ...figures },
      ],
      shown.map(({ resource, name, service, lacks, found, due, isOverdue, amount }) => ({
        cells: [
          html`<code>${name ?? resource}</code>`,
          html`${service ?? '–'}`,
          html`${lacks.join(', ')}`,
          html`${found ?? '–'}`,
          html`${due ?? '–'}${isOverdue ? html` <span class="more">overdue</span>` : NOTHING}`,
          figure(amount, sign),
        ],
      })),
    ),
    coverage.untagged === 0 ? NOTHING : others,
    table(
      'Past their end, and still billed',
      [{ title: 'Resource' }, { title: 'Ended' }, { title: 'Last billed' }, { title: 'Cost', ...figures }],
      expired.slice(0, MOST).map(({ resource, name, expires, lastBilled, amount }) => ({
        cells: [
          html`<code>${name ?? resource}</code>`,
          html`${expires}`,
          html`${lastBilled}`,
          figure(amount, sign),
        ],
      })),
    ),
  ])
}
