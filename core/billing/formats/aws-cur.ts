import type { Columns } from '../columns.ts'
import {
  type AmountExpression,
  type Case,
  type Expression,
  firstOf,
  joined,
  literal,
  MISSING,
  number,
  slice,
  type TagContainer,
} from '../expression.ts'
import type { BillFormat } from './format.ts'

/** What both of AWS's own exports say in the same words: `line_item_unblended_cost`, or `lineItem/UnblendedCost` in CSV. */
type Text = (name: string) => Expression

export function curColumns(
  columns: Columns,
  tags: readonly TagContainer[],
): ReturnType<BillFormat['columns']> {
  const text = textOf(columns)
  const product = columns.tags('product', 'json')
  return {
    day: slice(text('line_item_usage_start_date'), 1, 10),
    provider: literal('AWS'),
    account: text('line_item_usage_account_id'),
    service: firstOf(
      text('product_product_name'),
      ...product.map((container): Expression => ({ kind: 'tag', container, keys: ['product_name'] })),
      text('line_item_product_code'),
    ),
    region: firstOf(text('product_region_code'), text('product_region')),
    resource: text('line_item_resource_id'),
    resourceName: nameTag(columns, tags),
    category: category(text),
    commitment: commitment(text),
    currency: text('line_item_currency_code'),
    unit: text('pricing_unit'),
  }
}

/** The tag `Name`, as users call what they make. */
const nameTag = (columns: Columns, tags: readonly TagContainer[]): Expression =>
  firstOf(
    ...tags.map((container): Expression => {
      const keys = ['user:Name', 'user_Name', 'user_name']
      const isThere = (key: string) => container.form !== 'columns' || columns.has(container.column + key)
      return { kind: 'tag', container, keys: keys.filter(isThere) }
    }),
  )

const CATEGORIES: readonly Case<Expression>[] = [
  { values: ['tax'], result: literal('Tax') },
  { values: ['credit'], result: literal('Credit') },
  { values: ['refund'], result: literal('Refund') },
  {
    values: ['fee', 'rifee', 'savingsplanupfrontfee', 'savingsplanrecurringfee'],
    result: literal('Purchase'),
  },
  {
    values: ['edpdiscount', 'privateratediscount', 'bundleddiscount', 'rivolumediscount'],
    result: literal('Adjustment'),
  },
]

/** By the line's type; support is a product among others. */
const category = (text: Text): Expression =>
  firstOf(
    { kind: 'matches', of: text('line_item_product_code'), pattern: '*Support*', result: literal('Support') },
    { kind: 'choice', of: text('line_item_line_item_type'), cases: CATEGORIES, otherwise: literal('Usage') },
  )

/** What is left of a commitment's lines in the effective cost is what nobody used of it. */
const commitment = (text: Text): Expression => ({
  kind: 'choice',
  of: text('line_item_line_item_type'),
  cases: [
    { values: ['rifee', 'savingsplanrecurringfee'], result: literal('Unused') },
    { values: ['discountedusage', 'savingsplancoveredusage'], result: literal('Used') },
  ],
  otherwise: MISSING,
})

/**
 * Billed: what is on the invoice, where a plan's covered usage and its negation take each other away. Effective: what was
 * paid ahead, spread by the line's type; a node of EKS whose pods have lines of their own is counted as those.
 * @see https://docs.aws.amazon.com/cur/latest/userguide/Lineitem-columns.html
 */
export function curAmounts(columns: Columns): ReturnType<BillFormat['amounts']> {
  const text = textOf(columns)
  const unblended = number(text('line_item_unblended_cost'))
  return {
    billed: {
      kind: 'amountChoice',
      of: text('line_item_line_item_type'),
      cases: [{ values: ['savingsplancoveredusage', 'savingsplannegation'], result: NOTHING }],
      otherwise: unblended,
    },
    effective: {
      kind: 'amountChoice',
      of: firstOf(splitRole(columns), feeRole(text), text('line_item_line_item_type')),
      cases: effectiveCases(text),
      otherwise: unblended,
    },
    quantity: number(text('line_item_usage_amount')),
  }
}

const NOTHING: AmountExpression = { kind: 'nothing' }

function effectiveCases(text: Text): readonly Case<AmountExpression>[] {
  const sum = (...of: readonly AmountExpression[]): AmountExpression => ({
    kind: 'sum',
    of: [NOTHING, ...of],
  })
  const of = (name: string) => number(text(name))
  return [
    { values: ['savingsplancoveredusage'], result: of('savings_plan_savings_plan_effective_cost') },
    {
      values: ['savingsplanrecurringfee'],
      result: sum(of('savings_plan_total_commitment_to_date'), {
        kind: 'negative',
        of: of('savings_plan_used_commitment'),
      }),
    },
    {
      values: ['savingsplannegation', 'savingsplanupfrontfee', 'reserved fee', 'split node'],
      result: NOTHING,
    },
    { values: ['discountedusage'], result: of('reservation_effective_cost') },
    {
      values: ['rifee'],
      result: sum(
        of('reservation_unused_amortized_upfront_fee_for_billing_period'),
        of('reservation_unused_recurring_fee'),
      ),
    },
    {
      values: ['split pod'],
      result: sum(of('split_line_item_split_cost'), of('split_line_item_unused_cost')),
    },
  ]
}

/** A fee is of a reservation where it names one; others, e.g. of a marketplace, are not spread. */
const feeRole = (text: Text): Expression => ({
  kind: 'choice',
  of: text('line_item_line_item_type'),
  cases: [
    {
      values: ['fee'],
      result: {
        kind: 'matches',
        of: text('reservation_reservation_a_r_n'),
        pattern: '*',
        result: literal('reserved fee'),
      },
    },
  ],
  otherwise: MISSING,
})

/** Of split cost allocation: the line of a pod, or the node of the same hour that its pods' lines are parts of. */
function splitRole(columns: Columns): Expression {
  const text = textOf(columns)
  const parent = text('split_line_item_parent_resource_id')
  if (parent.kind === 'missing') return MISSING
  const hour = text('line_item_usage_start_date')
  return firstOf(
    { kind: 'matches', of: parent, pattern: '*', result: literal('split pod') },
    {
      kind: 'matches',
      of: {
        kind: 'occurs',
        of: joined(text('line_item_resource_id'), literal(' '), hour),
        among: joined(parent, literal(' '), hour),
      },
      pattern: '*',
      result: literal('split node'),
    },
  )
}

const GROUPS = ['split_line_item', 'line_item', 'savings_plan', 'reservation', 'product', 'pricing'] as const

function textOf(columns: Columns): Text {
  return (name) => {
    const group = GROUPS.find((each) => name.startsWith(`${each}_`))!
    const inCsv = `${group.replaceAll('_', '')}/${name.slice(group.length + 1).replaceAll('_', '')}`
    const found = columns.text(name)
    return found.kind === 'missing' ? columns.text(inCsv) : found
  }
}
