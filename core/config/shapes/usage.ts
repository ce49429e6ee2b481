import * as z from 'zod'
import { MAX_QUANTITY } from '../usage-file.ts'
import { match } from './match.ts'
import { amount } from './values.ts'

export const usage = z
  .strictObject({
    match,
    'hours-per-month': amount.max(744, 'a month has at most 744 hours').optional(),
    'runs-per-month': amount.optional().describe('With `hours-per-run`, in place of `hours-per-month`.'),
    'hours-per-run': amount.optional(),
    quantities: z
      .record(z.string(), amount.max(MAX_QUANTITY, `expected at most ${MAX_QUANTITY}`))
      .optional()
      .describe('How much is used a month of what is charged by use, e.g. `{ monthly_requests: 1000000 }`.'),
  })
  .describe('How long what matches runs, without a rule 730 hours a month; how much of it is used.')
