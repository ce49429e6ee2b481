import * as z from 'zod'
import { POOL_METHODS } from '../pool-methods.ts'
import { match } from './match.ts'
import { amount, date, text, textByName, texts } from './values.ts'

export const sharedPool = z.strictObject({
  name: text.min(1, 'expected a name').describe('How reports call it.'),
  match: match
    .optional()
    .describe(
      'Which costs are in it; the first pool that matches has them. `flat` needs none: it then takes what names the model `shared` and is in no pool.',
    ),
  bill: z
    .strictObject({
      service: text.optional().describe('As the bill names it, e.g. `Amazon Elastic*`.'),
      resource: text.optional().describe('Its id or its name on the bill, e.g. `*:db:feature-store`.'),
      account: text.optional().describe('The account, subscription or project that is billed.'),
      tags: textByName.optional().describe("Tags by the schema's keys."),
    })
    .optional()
    .describe(
      'Which charges of a bill are in it, where `match` asks for what a bill does not have: types, addresses, paths. All that is stated must hold.',
    ),
  method: z
    .enum(POOL_METHODS)
    .describe(
      'How the cost is split: `even` among teams, `fixed` percentages, in proportion to `direct-cost`, by `model-count`, by `usage` from a file, by `pod-requests`, a `flat` fee of each team; `keep` leaves it to the team that runs it.',
    ),
  to: texts
    .min(1)
    .optional()
    .describe('The teams that carry it. Default: every team that has models or costs.'),
  percent: z.record(z.string(), amount).optional().describe('For `fixed`: team or model → percent.'),
  metric: text
    .optional()
    .describe(
      'For `usage`: a CSV file whose first column is headed `team` or `model`, and whose last has the quantities.',
    ),
  cluster: text
    .optional()
    .describe('For `pod-requests`: the cluster whose pods count. Default: all of them.'),
  'per-team': amount.optional().describe('For `flat`: amount a month.'),
  reviewed: date.optional().describe('When the method was last agreed on.'),
})
