import * as z from 'zod'
import { amount, text } from './values.ts'

export const model = z.strictObject({
  team: text.optional().describe('The team that owns it.'),
  project: text.optional(),
  budget: amount.optional().describe('Amount a month.'),
  'monthly-predictions': amount.optional(),
  'monthly-value': amount.optional().describe('Amount a month.'),
  'benchmark-per-1k': amount.optional().describe('Amount per 1,000 predictions.'),
  criticality: z.enum(['low', 'medium', 'high', 'critical']).optional().describe('What depends on it.'),
})
