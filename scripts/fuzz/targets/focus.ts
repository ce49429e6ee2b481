import fc from 'fast-check'
import { csvFields } from '../../../bills/csv-fields.ts'
import { addColumns, objectIn, rowOf } from '../../../bills/json-rows.ts'
import { tagsIn, tagsOfRow, tagsReader } from '../../../bills/rows.ts'
import { CHARGE_COLUMNS } from '../../../core/billing/charge-columns.ts'
import type { GroupQuery } from '../../../core/billing/group-query.ts'
import {
  type BilledKey,
  bindTags,
  type Columns,
  chargesView,
  columnsOf,
  type ExportColumn,
  formatOf,
  groupRows,
  type ReadRow,
  readDecimal,
  type TagContainer,
  writeDecimal,
} from '../../../core/billing/index.ts'
import { DEFAULT_CONFIG } from '../../../core/config/read-config.ts'
import type { FuzzTarget } from '../target.ts'

/** The columns of each format, its tags in each of their forms. */
const HEADERS: readonly (readonly string[])[] = [
  `BilledCost EffectiveCost ChargePeriodStart ServiceName ResourceId ResourceName ChargeCategory BillingCurrency
   ConsumedQuantity PricingQuantity ConsumedUnit Tags AllocatedTags SubAccountId RegionId CommitmentDiscountStatus ProviderName`,
  `lineItem/UnblendedCost lineItem/UsageStartDate lineItem/LineItemType lineItem/ProductCode lineItem/ResourceId
   lineItem/UsageAmount product/ProductName reservation/EffectiveCost resourceTags/user:Team resourceTags/user:model_id`,
  `line_item_unblended_cost line_item_usage_start_date line_item_line_item_type line_item_product_code line_item_resource_id
   line_item_usage_amount resource_tags product product_region_code savings_plan_savings_plan_effective_cost
   savings_plan_total_commitment_to_date savings_plan_used_commitment reservation_reservation_a_r_n
   reservation_unused_recurring_fee reservation_unused_amortized_upfront_fee_for_billing_period
   split_line_item_parent_resource_id split_line_item_split_cost split_line_item_unused_cost`,
  'line_item_unblended_cost line_item_usage_start_date line_item_line_item_type tags line_item_resource_id',
  `line_item_unblended_cost line_item_usage_start_date resource_tags_user_team resource_tags_user_name pricing_unit`,
  `CostInBillingCurrency Date MeterCategory Tags ChargeType ResourceId InstanceId SubscriptionGuid BillingCurrencyCode
   Quantity UnitOfMeasure`,
  'totalCost window.start properties.cluster properties.namespace properties.pod properties.labels properties.namespaceLabels name',
  'totalCost Namespace Date Cluster Pod Labels Label_team Label_model_id',
].map((names) => names.split(/\s+/))
const LINE_TYPES =
  'Usage Tax Credit Refund Fee RIFee DiscountedUsage SavingsPlanCoveredUsage SavingsPlanRecurringFee SavingsPlanNegation EdpDiscount'
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
    ...LINE_TYPES.split(' '),
    'AWSSupportBusiness',
    'Unused',
    'UnusedReservation',
    '10/31/2026',
    '13/45/2026',
  ],
  ...[
    '2026-10-31',
    '2026-10-31T01:00:00Z',
    'fraud/pod-0',
    '1e-12',
    '-0.0000000001',
    '9e27',
    '+7',
    ' 1 ',
    '0x1f',
  ],
  ...[
    '"team":"fraud","Model-ID ":"v3"',
    '[{"key":"team","value":"fraud"},{"key":"team"}]',
    '{"user_team":"a","model":null,"expires":"2026-12-31"}',
    '{"Cost Center":1}',
    '{"team":"fraud"}',
    '{"user:model_id":" fraud-v3 "}',
    '{"Team":null}',
    '{"__proto__":{}}',
    '[]',
    '{',
    '{"team":{"a":1}}',
  ],
]
const SIZE = { minLength: 8, maxLength: 18 }
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
const csv = fc
  .tuple(fc.constantFrom(...HEADERS), fc.array(fc.array(fc.constantFrom(...CELLS), SIZE), { maxLength: 5 }))
  .map(([header, rows]) =>
    [header, ...rows.map((row) => header.map((_, at) => row[at] ?? ''))]
      .map((row) => row.map(quoted).join(','))
      .join('\n'),
  )
const cell = fc.constantFrom<unknown>(...CELLS, 1.5, -2, null, true, 1e-9)
const labels = fc.array(
  fc.record({ key: fc.constantFrom('team', 'model_id', 'k8s-label/team'), value: cell }),
  {
    maxLength: 2,
  },
)
/** Google's is JSON lines, with fields of fields. */
const json = fc
  .array(
    fc.record({
      cost: cell,
      usage_start_time: cell,
      service: fc.record({ description: cell }),
      credits: fc.oneof(fc.array(fc.record({ amount: cell }), { maxLength: 2 }), cell),
      labels: fc.oneof(labels, cell),
      tags: labels,
      project: fc.record({ id: cell, labels }),
      usage: fc.record({ amount: cell, amount_in_pricing_units: cell }),
      resource: fc.record({ name: cell }),
      cost_type: cell,
    }),
    { minLength: 1, maxLength: 3 },
  )
  .map((rows) => rows.map((row) => JSON.stringify(row)).join('\n'))

export default {
  files:
    /^(?:bills\/(?:csv-fields|rows)|core\/billing\/(?:bind-tags|charges-view|columns|decimal|expression|group-rows|formats\/))/,
  seeds: () => [
    ...HEADERS.map((header) => `${header.join(',')}\n${header.map(() => '1').join(',')}\n`),
    ...CELLS,
  ],
  grammar: fc.oneof({ arbitrary: csv, weight: 4 }, json),
  words: [...CELLS.map((each) => `,${quoted(each)}`), ...HEADERS.flat(), ',', '"', '""', '\n', '\r\n'],
  run: (text) => {
    const { columns: all, rows } = text.startsWith('{') ? jsonExport(text) : csvExport(text)
    const columns = columnsOf(all)
    const format = formatOf(columns)
    if (!format) return
    format.notes?.(columns)
    const keys = format.tags(columns).flatMap((container) => keysIn(container, columns, rows))
    const view = chargesView(
      format,
      columns,
      bindTags(keys, DEFAULT_CONFIG.schema, format.keyPrefixes),
      DEFAULT_CONFIG,
    )
    const grouping = groupRows(view, QUERIES)
    if (grouping.asksForOthers) for (const row of rows) grouping.look(row)
    for (const row of rows) grouping.add(row)
    const [each = [], whole = []] = grouping.groups()
    if (each.reduce((sum, group) => sum + group.rows, 0) !== rows.length) throw new Error('a row is lost')
    if (whole.length !== 1) throw new Error('a total is not one')
  },
} satisfies FuzzTarget

interface Export {
  readonly columns: readonly ExportColumn[]
  readonly rows: readonly ReadRow[]
}

/** As the streaming reader has them, which reads them from files. */
function csvExport(text: string): Export {
  const [header = [], ...records] = text.split('\n').flatMap((line) => {
    const fields = fieldsOf(line)
    return fields ? [fields] : []
  })
  for (const amount of records.flat()) mustRoundTrip(amount)
  const read = tagsReader()
  const at = new Map(header.map((name, index) => [name, index]))
  const rows = records.map((record) => {
    const cell = (name: string) => record[at.get(name) ?? -1]
    return { cell, tags: tagsOfRow(cell, read) }
  })
  return { columns: header.map((name) => ({ name })), rows }
}

function jsonExport(text: string): Export {
  const objects = text
    .split('\n')
    .map(objectIn)
    .filter((each) => each !== undefined)
  const read = tagsReader()
  const columns = new Map<string, ExportColumn>()
  for (const object of objects) addColumns(object, [], columns)
  return { columns: [...columns.values()], rows: objects.map((object) => rowOf(object, read)) }
}

function keysIn(container: TagContainer, { all }: Columns, rows: readonly ReadRow[]): readonly BilledKey[] {
  const keys =
    container.form === 'columns'
      ? all.flatMap(({ name }) =>
          name.startsWith(container.column) ? name.slice(container.column.length) : [],
        )
      : rows.flatMap(({ cell }) => [...tagsIn(container, cell(container.column)).keys()])
  return [...new Set(keys)].map((key) => ({ container, key, rows: 1 }))
}
function fieldsOf(line: string): readonly string[] | undefined {
  try {
    return csvFields(line)
  } catch (error) {
    // The reader says file and line, and that is right.
    if (/^(?:a quoted field|expected a comma)/.test((error as Error).message)) return undefined
    throw error
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
