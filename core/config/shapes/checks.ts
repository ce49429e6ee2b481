import * as z from 'zod'
import { SEVERITIES } from '../../domain/finding.ts'
import { RULE_IDS } from '../rule-ids.ts'
import { amount, flag, percentage } from './values.ts'

export const checks = z.strictObject({
  'fail-on': z
    .enum(['new-errors', 'errors', 'budget', 'none'])
    .optional()
    .describe('What makes a review fail. Default: `new-errors`.'),
  severity: z
    .partialRecord(z.enum(RULE_IDS), z.enum([...SEVERITIES, 'off']))
    .optional()
    .describe('Rule id → severity, or `off`.'),
  growth: z
    .strictObject({
      'warn-above': percentage.optional().describe('Of the baseline. Default: `150%`.'),
      'at-least': amount.optional().describe('Amount a month that a model must grow by. Default: 25.'),
    })
    .optional()
    .describe("From when on a model's growth is flagged."),
  'max-gpus': amount
    .optional()
    .describe('How many GPUs one Kubernetes workload may hold. Default: any number.'),
  'approve-above': amount
    .optional()
    .describe('Change in the amount a month above which the owners of what becomes dearer are asked.'),
  'allow-new-exemptions': flag
    .optional()
    .describe('Whether exemptions that a change adds count for it. Default: false, not until it is merged.'),
})
