import fc from 'fast-check'
import { csvFields } from '../../../bills/csv-fields.ts'
import { CHARGE_COLUMNS } from '../../../core/billing/charge-columns.ts'
import type { GroupQuery } from '../../../core/billing/group-query.ts'
import {
  bindTags,
  chargesView,
  columnsOf,
  formatOf,
  groupRows,
  type ReadRow,
  readDecimal,
  writeDecimal,
} from '../../../core/billing/index.ts'
import { DEFAULT_CONFIG } from '../../../core/config/read-config.ts'
import type { FuzzTarget } from '../target.ts'

const COLUMNS = [
  ...[
    'BilledCost',
    'EffectiveCost',
    'ChargePeriodStart',
    'ServiceName',
    'ResourceId',
    'ChargeCategory',
    'BillingCurrency',
  ],
  ...[
    'ConsumedQuantity',
    'PricingQuantity',
    'Tags',
    'SubAccountId',
    'RegionId',
    'CommitmentDiscountStatus',
    'ProviderName',
  ],
]
const CELLS = [
  ...[
    '',
    'NULL',
    '0',
    '1.5',
    '-3',
    '1e-7',
    '.5',
    '5.',
    '1e999',
    '1,5',
    'NaN',
    '12345678901234567890.123',
    '2026-10-01T00:00:00Z',
  ],
  ...[
    'Usage',
    'tax',
    'AWS Support',
    'Used',
    'USD',
    'EUR',
    'Amazon SageMaker',
    'i-0abc',
    'us-east-1',
    'say "so"',
    'two\nlines',
  ],
  ...[
    '{"team":"fraud"}',
    '{"user:model_id":" fraud-v3 "}',
    '{"Team":null}',
    '{"__proto__":{}}',
    '[]',
    '{',
    '{"team":{"a":1}}',
  ],
]
const QUERIES: readonly GroupQuery[] = [
  { by: CHARGE_COLUMNS, where: [], top: undefined },
  { by: [], where: [{ kind: 'days', from: '2026-10-01', until: '2026-11-01' }], top: undefined },
  {
    by: ['resource', 'team'],
    where: [{ kind: 'missing', column: 'model' }],
    top: { cost: 'billed', groups: 3 },
  },
  { by: ['team'], where: [{ kind: 'is', column: 'currency', values: ['USD'] }], top: undefined },
  { by: ['model'], where: [{ kind: 'anyMissing', columns: ['team', 'phase'] }], top: undefined },
  { by: ['service'], where: [{ kind: 'present', column: 'team' }], top: { cost: 'effective', groups: 2 } },
]
const quoted = (cell: string) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

export default {
  files:
    /^(?:bills\/csv-fields|core\/billing\/(?:bind-tags|charges-view|columns|decimal|days|expression|group-rows|formats\/focus))/,
  seeds: () => [`${COLUMNS.join(',')}\n${COLUMNS.map(() => '1').join(',')}\n`, ...CELLS],
  grammar: fc
    .array(fc.array(fc.constantFrom(...CELLS), { minLength: COLUMNS.length, maxLength: COLUMNS.length }), {
      maxLength: 6,
    })
    .map((rows) => [COLUMNS, ...rows].map((row) => row.map(quoted).join(',')).join('\n')),
  words: [...CELLS.map((cell) => `,${quoted(cell)}`), ...COLUMNS, ',', '"', '""', '\n', '\r\n'],
  run: (text) => {
    const [header = [], ...rows] = text.split('\n').flatMap((line) => {
      const fields = fieldsOf(line)
      return fields ? [fields] : []
    })
    const columns = columnsOf(header.map((name) => ({ name })))
    const format = formatOf(columns)
    for (const cell of rows.flat()) mustRoundTrip(cell)
    if (!format) return
    const container = format.tags(columns)[0] ?? { column: 'Tags', form: 'json' as const }
    const keys = ['team', 'user:model_id', 'Team', ...header].map((key) => ({ container, key, rows: 1 }))
    const view = chargesView(
      format,
      columns,
      bindTags(keys, DEFAULT_CONFIG.schema, format.keyPrefixes),
      DEFAULT_CONFIG,
    )
    const grouping = groupRows(view, QUERIES)
    for (const row of rows) grouping.add(rowOf(header, row))
    const [all = [], whole = []] = grouping.groups()
    if (all.reduce((sum, group) => sum + group.rows, 0) !== rows.length) throw new Error('a row is lost')
    if (whole.length !== 1) throw new Error('a total is not one')
  },
} satisfies FuzzTarget

function fieldsOf(line: string): readonly string[] | undefined {
  try {
    return csvFields(line)
  } catch (error) {
    // The reader says file and line, and that is right.
    if (/^(?:a quoted field|expected a comma)/.test((error as Error).message)) return undefined
    throw error
  }
}

function rowOf(header: readonly string[], row: readonly string[]): ReadRow {
  const cell = (name: string) => row[header.indexOf(name)]
  return {
    cell,
    tags:
      ({ column }) =>
      (key) => {
        const text = cell(column) ?? ''
        return text.includes(key) ? text : undefined
      },
  }
}

function mustRoundTrip(cell: string): void {
  const amount = readDecimal(cell)
  if (amount === undefined) return
  // What a database's DECIMAL(38,10) does not hold is no amount.
  if (amount >= 10n ** 38n || amount <= -(10n ** 38n)) throw new Error('an amount without bound')
  const written = writeDecimal(amount)
  if (readDecimal(written) !== amount) throw new Error(`not the same amount: ${written}`)
}
