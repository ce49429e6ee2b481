import * as z from 'zod'
import { amount, text } from './values.ts'

export const team = z.strictObject({
  'cost-center': text.optional().describe('Where finance books it.'),
  budget: amount.optional().describe('Amount a month.'),
  review: text.optional().describe('Who is asked, e.g. `@acme/fraud-ml`.'),
})
