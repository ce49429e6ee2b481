import * as z from 'zod'
import { EXEMPTABLE_RULE_IDS } from '../rule-ids.ts'
import { match } from './match.ts'
import { date, text } from './values.ts'

export const exemption = z.strictObject({
  rule: z.enum(EXEMPTABLE_RULE_IDS).describe('The rule that may be broken.'),
  match,
  reason: text.optional().describe('Why. Without a reason it exempts nothing.'),
  owner: text.optional().describe('Who answers for it.'),
  until: date.describe('The last day it holds.'),
})
