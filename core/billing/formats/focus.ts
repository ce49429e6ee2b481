import { type Case, type Expression, firstOf, number, slice } from '../expression.ts'
import type { BillFormat } from './format.ts'

const asWritten = (value: string): Case<Expression> => ({
  values: [value.toLowerCase()],
  result: { kind: 'literal', value },
})

/** FOCUS fixes the words, and some exports have them in another case. */
const CATEGORIES = ['Usage', 'Purchase', 'Tax', 'Credit', 'Adjustment'].map(asWritten)

/** Support is no use of a resource; FOCUS has it as a service among others. */
const SUPPORT: Case<Expression> = {
  values: [
    'aws support',
    'aws support (basic)',
    'aws support (developer)',
    'aws support (business)',
    'aws support (enterprise)',
    'aws premium support',
    'support',
  ],
  result: { kind: 'literal', value: 'Support' },
}

/**
 * FOCUS 1.0 to 1.4 by column name, as no provider emits all of them. 1.3 renamed `ProviderName`; 1.2 brought the tags that
 * were columns of AWS's own.
 * @see https://focus.finops.org/focus-specification/
 */
export const focus: BillFormat = {
  id: 'focus',
  title: 'FOCUS',
  knownBy: [['billedcost', 'effectivecost', 'chargeperiodstart']],
  keyPrefixes: ['user:'],
  // From 1.3 on the provider may split what is shared: those tags say for whom.
  tags: (columns) => [...columns.tags('AllocatedTags', 'json'), ...columns.tags('Tags', 'json')],
  columns: ({ text }) => ({
    day: slice(text('ChargePeriodStart'), 1, 10),
    provider: firstOf(text('ServiceProviderName'), text('ProviderName'), text('PublisherName')),
    account: firstOf(text('SubAccountId'), text('BillingAccountId')),
    service: text('ServiceName'),
    region: text('RegionId'),
    resource: firstOf(text('AllocatedResourceId'), text('ResourceId')),
    resourceName: firstOf(text('AllocatedResourceName'), text('ResourceName')),
    category: {
      kind: 'choice',
      of: text('ServiceName'),
      cases: [SUPPORT],
      otherwise: {
        kind: 'choice',
        of: text('ChargeCategory'),
        cases: CATEGORIES,
        otherwise: { kind: 'literal', value: 'Usage' },
      },
    },
    commitment: {
      kind: 'choice',
      of: text('CommitmentDiscountStatus'),
      cases: ['Used', 'Unused'].map(asWritten),
      otherwise: { kind: 'missing' },
    },
    currency: text('BillingCurrency'),
    unit: firstOf(text('ConsumedUnit'), text('PricingUnit')),
  }),
  amounts: ({ text }) => ({
    billed: number(text('BilledCost')),
    effective: number(text('EffectiveCost')),
    quantity: {
      kind: 'firstAmount',
      of: [number(text('ConsumedQuantity')), number(text('PricingQuantity'))],
    },
  }),
}
