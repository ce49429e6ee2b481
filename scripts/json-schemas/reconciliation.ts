import { z } from 'zod'
import { amount, currency } from './bill-parts.ts'
import { version } from './parts.ts'

const error = z.number().nullable().describe('A part of the billed cost; null where nothing is billed.')
const drift = z
  .object({ resources: z.int(), estimated: amount, billed: amount, medianError: error, p90Error: error })
  .meta({ id: 'drift' })
const named = z.array(drift.extend({ name: z.string() }))
const alone = z.object({
  count: z.int(),
  cost: amount,
  most: z.array(z.object({ name: z.string(), cost: amount })).describe('The dearest.'),
})

/** What `ascribe reconcile --format json` prints. */
export const reconciliationOutput = z
  .object({
    version,
    period: z.string().describe('As it was asked for, e.g. `2026-10`.'),
    currency,
    joined: z
      .object({ state: z.int(), name: z.int(), tags: z.int() })
      .describe('How many resources were joined, by what.'),
    estimatedAlone: alone.describe('Estimated, and not on the bill.'),
    billedAlone: alone.describe('Billed, and joined with no estimate.'),
    before: drift,
    after: drift.describe('Estimated again, with what was measured.'),
    byType: named,
    byService: named,
    byBasis: named,
    resources: z.array(
      z.object({
        project: z.string(),
        address: z.string(),
        type: z.string(),
        by: z.enum(['state', 'name', 'tags']),
        billedAs: z.array(z.string()),
        billed: amount,
        before: amount.nullable().describe('null: it had no estimate.'),
        after: amount.nullable(),
        notMeasured: z
          .enum(['part of the period', 'as estimated', 'no quantity fits', 'address of several projects'])
          .nullable(),
      }),
    ),
    isCalibrated: z.boolean().describe('Whether the bill says anything that the estimates do not.'),
    usage: z
      .record(z.string(), z.record(z.string(), z.number()))
      .describe('What the usage file is to say, by address.'),
    discounts: z.array(z.object({ sku: z.string(), percent: z.number() })),
    baselines: z.record(z.string(), amount).describe('What each model was billed in an average month.'),
  })
  .describe('Estimates beside the bill of the same things, scaled to a month of 730 hours.')
