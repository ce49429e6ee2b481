import * as z from 'zod'
import { SEVERITIES } from '../../domain/finding.ts'
import { TARGETS } from '../spelling.ts'
import { flag, text, textByName, texts } from './values.ts'

const tagKey = z.strictObject({
  required: flag.optional().describe("Every resource carries it. Default: the preset's answer, else false."),
  'required-when': textByName
    .optional()
    .describe('Required where these other tags have these values, e.g. `{ environment: experiment }`.'),
  values: z
    .union([z.literal('catalogue'), texts.min(1)], {
      error: 'expected "catalogue" or a list of texts (numbers and true/false go in quotes)',
    })
    .optional()
    .describe('The values allowed; `catalogue` takes them from `teams` and `models`.'),
  or: texts.optional().describe('Values allowed besides, e.g. `[shared]`.'),
  pattern: text.optional().describe('A regular expression the value matches; anchor it with `^` and `$`.'),
  type: z.enum(['string', 'date']).optional().describe('`date`: an ISO 8601 date.'),
  'max-days': z
    .number({ error: 'expected a whole number of days' })
    .int('expected a whole number of days')
    .min(1, 'expected at least one day')
    .max(36_500, 'expected at most 36500 days')
    .optional()
    .describe('How far ahead a date may lie.'),
  severity: z.enum(SEVERITIES).optional().describe("In place of the rules' own, for this key."),
})

const target = z.strictObject({
  prefix: text.optional().describe('Put before the key, e.g. `ml.acme.example/`.'),
  separator: text.optional().describe('In place of `_` in the key, and of what no value can hold there.'),
})

export const schema = z.strictObject({
  preset: z.enum(['ml-attribution', 'ml-prefixed', 'none']).optional().describe('Default: `ml-attribution`.'),
  keys: z
    .record(z.string(), tagKey.nullable())
    .optional()
    .describe("The tags wanted, merged over the preset's."),
  aliases: textByName.optional().describe('Another spelling → the key it stands for.'),
  targets: z
    .partialRecord(z.enum(TARGETS), target)
    .optional()
    .describe('How tags are spelled where fewer characters are allowed.'),
  dimensions: z
    .strictObject({
      team: text.optional(),
      project: text.optional(),
      model: text.optional(),
      phase: text.optional(),
      environment: text.optional(),
      'cost-center': text.optional(),
      experiment: text.optional(),
    })
    .optional()
    .describe('Which key says whose money it is, merged over the preset.'),
})
