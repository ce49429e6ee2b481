import type { Columns, ExportColumn } from '../columns.ts'
import {
  type AmountExpression,
  type Case,
  type Expression,
  firstOf,
  literal,
  MISSING,
  number,
  slice,
} from '../expression.ts'
import type { BillFormat } from './format.ts'

const CATEGORIES: readonly Case<Expression>[] = [
  { values: ['tax'], result: literal('Tax') },
  { values: ['adjustment', 'rounding_error'], result: literal('Adjustment') },
]

const SUPPORT: Case<Expression> = { values: ['support'], result: literal('Support') }

/** As a list; text is none, as in a CSV that somebody has made of the export. */
function creditsIn(columns: Columns): ExportColumn | undefined {
  const credits = columns.named('credits')
  return credits?.fields?.includes('amount') ? credits : undefined
}

/** Credits are negative, several to a charge, and lie in a list: summed within the row, so that none multiplies it. */
function netCost(columns: Columns): AmountExpression {
  const credits = creditsIn(columns)
  const cost = number(columns.text('cost'))
  if (!credits) return cost
  return { kind: 'sum', of: [cost, { kind: 'listSum', column: credits.name, field: 'amount' }] }
}

/**
 * Google Cloud's export to BigQuery, standard or detailed, written as JSON lines or Parquet. Only the detailed one names
 * resources.
 * @see https://cloud.google.com/billing/docs/how-to/export-data-bigquery-tables/detailed-usage
 */
export const gcpExport: BillFormat = {
  id: 'gcp-export',
  title: 'Google Cloud billing export',
  knownBy: [['cost', 'usage_start_time', 'service.description']],
  keyPrefixes: ['k8s-label/'],
  tags: (columns) => [
    ...columns.tags('labels', 'json'),
    ...columns.tags('tags', 'json'),
    ...columns.tags('project.labels', 'json'),
  ],
  columns: ({ text }) => ({
    day: slice(text('usage_start_time'), 1, 10),
    provider: literal('Google Cloud'),
    account: text('project.id'),
    service: text('service.description'),
    region: text('location.region'),
    resource: firstOf(text('resource.global_name'), text('resource.name')),
    resourceName: text('resource.name'),
    category: {
      kind: 'choice',
      of: text('service.description'),
      cases: [SUPPORT],
      otherwise: {
        kind: 'choice',
        of: text('cost_type'),
        cases: CATEGORIES,
        otherwise: literal('Usage'),
      },
    },
    commitment: MISSING,
    currency: text('currency'),
    unit: firstOf(text('usage.pricing_unit'), text('usage.unit')),
  }),
  amounts: (columns) => ({
    billed: netCost(columns),
    effective: netCost(columns),
    quantity: {
      kind: 'firstAmount',
      of: [number(columns.text('usage.amount_in_pricing_units')), number(columns.text('usage.amount'))],
    },
  }),
  notes: (columns) => [
    columns.has('credits') && !creditsIn(columns)
      ? 'this export has one cost. credits and labels are read where they are lists: expected JSON lines or Parquet, not a CSV'
      : 'this export has one cost, with credits taken off: billed and effective are both that',
    ...(columns.has('resource.name')
      ? []
      : ['the standard export names no resources; the detailed one does']),
  ],
}
