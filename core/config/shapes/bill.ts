import * as z from 'zod'
import { APART_CHARGES, BILL_COSTS } from '../bill.ts'
import { date, text, textByName } from './values.ts'

export const bill = z.strictObject({
  cost: z
    .enum(BILL_COSTS)
    .optional()
    .describe(
      '`billed` adds up to the invoice, `effective` spreads what was paid ahead. Default: `effective`.',
    ),
  apart: z
    .array(z.enum(APART_CHARGES))
    .optional()
    .describe(
      'Charges that are shown apart and carried by nobody. Default: all of them; `[]` charges them to whom their tags name.',
    ),
  'chargeback-from': date
    .optional()
    .describe(
      'Periods from this day on are charged to teams; before, and without it, they are shown to them (`ascribe chargeback`).',
    ),
  prefixes: textByName
    .optional()
    .describe(
      'Prefix of a bucket, e.g. `s3://my-datalake/fraud-team/` → the team or model whose objects lie there. Default: the one that the first folder is called by.',
    ),
  'platform-team': text
    .optional()
    .describe('The team that the bill comes to. Default: the one that runs what names the model `shared`.'),
})
