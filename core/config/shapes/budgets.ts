import * as z from 'zod'
import { amount, percentage } from './values.ts'

export const budgets = z.strictObject({
  repository: amount.optional().describe('Amount a month for all that is reviewed.'),
  environments: z.record(z.string(), amount).optional().describe('Environment → amount a month.'),
  'warn-at': percentage.optional().describe('Of any budget. Default: `80%`.'),
  'fail-at': percentage.optional().describe('Of any budget: more than this is an error. Default: `100%`.'),
})
