import type { Dashboard } from '../../../billing/dashboard/dashboard.ts'
import { signOf } from '../../../domain/currency.ts'
import { type Html, html, NOTHING } from '../markup.ts'
import { cutTo, section, table } from '../table.ts'
import { figure } from './head-part.ts'

const MOST = 50
const GIB = 2 ** 30

/** Buckets by prefix, where an inventory says what lies in them. */
export function storagePart({ storage, currency }: Dashboard): Html {
  const sign = signOf(currency)
  const { shown, rest } = cutTo(storage, MOST)
  const figures = { isFigure: true as const }
  return section('Storage by prefix', [
    table(
      'What buckets are billed, by the bytes under each prefix',
      [
        { title: 'Prefix' },
        { title: 'Team' },
        { title: 'Model' },
        { title: 'GiB', ...figures },
        { title: 'Cost', ...figures },
      ],
      shown.map(({ bucket, prefix, team, model, bytes, amount }) => ({
        cells: [
          html`<code>${bucket}/${prefix}</code>`,
          html`${team ?? '–'}`,
          html`${model ?? '–'}`,
          html`${(Number(bytes) / GIB).toFixed(1)}`,
          figure(amount, sign),
        ],
      })),
    ),
    rest > 0 ? html`<p>${rest} more.</p>` : NOTHING,
  ])
}
