import { type Case, type Expression, firstOf, literal, MISSING, number, slice } from '../expression.ts'
import type { BillFormat } from './format.ts'

const CATEGORIES: readonly Case<Expression>[] = [
  { values: ['purchase'], result: literal('Purchase') },
  { values: ['refund'], result: literal('Refund') },
  { values: ['tax'], result: literal('Tax') },
  { values: ['credit'], result: literal('Credit') },
  { values: ['roundingadjustment', 'adjustment'], result: literal('Adjustment') },
]

/**
 * Azure's cost details, actual or amortized. Days are written month first; tags often lack their outer braces; the id of
 * one resource occurs in upper and in lower case.
 * @see https://learn.microsoft.com/azure/cost-management-billing/automate/understand-usage-details-fields
 */
export const azureCostDetails: BillFormat = {
  id: 'azure-cost-details',
  title: 'Azure cost details',
  // Pay-as-you-go exports of before 2020 have the second.
  knownBy: [
    ['costinbillingcurrency', 'date', 'metercategory'],
    ['pretaxcost', 'usagedatetime', 'metercategory'],
  ],
  keyPrefixes: [],
  tags: (columns) => columns.tags('Tags', 'bare-json'),
  columns: ({ text }) => ({
    day: firstOf(
      { kind: 'monthFirstDay', of: text('Date') },
      slice(firstOf(text('Date'), text('UsageDateTime')), 1, 10),
    ),
    provider: literal('Microsoft'),
    account: firstOf(text('SubscriptionId'), text('SubscriptionGuid')),
    service: text('MeterCategory'),
    region: text('ResourceLocation'),
    // An export of one resource group has it in `InstanceName`.
    resource: { kind: 'lower', of: firstOf(text('ResourceId'), text('InstanceId'), text('InstanceName')) },
    resourceName: text('ResourceName'),
    category: {
      kind: 'choice',
      of: text('ChargeType'),
      cases: CATEGORIES,
      otherwise: literal('Usage'),
    },
    commitment: {
      kind: 'choice',
      of: text('ChargeType'),
      cases: [{ values: ['unusedreservation', 'unusedsavingsplan'], result: literal('Unused') }],
      otherwise: MISSING,
    },
    currency: firstOf(text('BillingCurrency'), text('BillingCurrencyCode'), text('Currency')),
    unit: text('UnitOfMeasure'),
  }),
  amounts: ({ text }) => ({
    billed: number(firstOf(text('CostInBillingCurrency'), text('PreTaxCost'))),
    effective: number(firstOf(text('CostInBillingCurrency'), text('PreTaxCost'))),
    quantity: number(firstOf(text('Quantity'), text('UsageQuantity'))),
  }),
  notes: () => [
    'this export has one cost: what is billed if it is of actual cost, what is effective if it is of amortized cost',
  ],
}
