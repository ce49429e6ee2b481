import * as z from 'zod'
import { amount, date, text } from './values.ts'

export const prices = z.strictObject({
  currency: text
    .regex(/^[A-Z]{3}$/, 'expected an ISO 4217 code in capitals, e.g. EUR')
    .optional()
    .describe('What all amounts are in, those of this file too: an ISO 4217 code. Default: `USD`.'),
  rate: z
    .number({ error: 'expected a number' })
    .min(1e-4, 'expected at least 0.0001')
    .max(1e5, 'expected at most 100,000')
    .optional()
    .describe('What one US dollar is in that currency, e.g. `0.92`: needed beside any other than `USD`.'),
  'rate-date': date.optional().describe('Of which day the rate is.'),
  discounts: z
    .array(
      z.strictObject({
        service: text
          .optional()
          .describe('FOCUS service name, e.g. `Amazon SageMaker`; `*` stands for any run of characters.'),
        sku: text.optional().describe('SKU id, e.g. `ec2/linux/p5.*`.'),
        family: text.optional().describe('Family of instance types, e.g. `p5`.'),
        percent: amount.max(100, 'expected a percentage of at most 100'),
        note: text.optional().describe('Why, e.g. `savings plan 2026`; shown beside the figures.'),
      }),
    )
    .optional()
    .describe('Percent off the list price of what all that is stated fits; the first that fits holds.'),
  overrides: z
    .array(
      z.strictObject({
        sku: text.describe('As `ascribe prices show` lists it.'),
        region: text.optional().describe('Without it, every region.'),
        price: amount
          .max(100_000_000, 'expected at most 100,000,000')
          .optional()
          .describe('For one unit, in the currency of `prices`.'),
        usd: amount
          .max(1_000_000, 'expected at most 1,000,000 USD')
          .optional()
          .describe('For one unit, in US dollars: in place of `price`.'),
        unit: text.optional().describe("FOCUS unit, e.g. `Hours`; default: the list price's."),
      }),
    )
    .optional()
    .describe('What one unit of a SKU costs, in place of the list price.'),
  book: text
    .optional()
    .describe(
      'A folder with a price book of your own, from the file on, as `ascribe prices refresh` writes it.',
    ),
})
