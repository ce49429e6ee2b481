import { z } from 'zod'
import { dollars, finding, place } from './parts.ts'

const terms = {
  reason: z.string().nullable(),
  owner: z.string().nullable().describe('Who answers for it.'),
  until: z.string().nullable().describe('The last day it holds.'),
}

const NOT_ENFORCED = ['showback', 'warn'] as const

/** What is accepted, of a check and of a review. */
export const accepted = {
  accepted: z
    .array(
      finding.extend({
        accepted: z
          .object({
            kind: z.enum(['exemption', 'baseline']),
            from: z.enum(['comment', 'config']).optional().describe('Of an exemption: where it is written.'),
            reason: z.string().optional(),
            owner: terms.owner.optional(),
            until: terms.until.optional(),
            file: place.file.optional(),
            line: place.line.optional(),
          })
          .describe('Why it counts as neither a failure nor a violation.'),
      }),
    )
    .describe('Findings that an exemption or the baseline accepts. They are in no other list.'),
  addedExemptions: z
    .array(
      z.object({
        from: z.enum(['comment', 'config', 'baseline']),
        rules: z.array(z.string()),
        ...terms,
        findings: z.int().describe('How many it is about.'),
        monthlyCost: dollars.describe('What their resources cost a month.'),
        counts: z.boolean().describe('Whether it counts for this change already.'),
        ...place,
      }),
    )
    .describe('What a change adds to what is accepted; empty for a check.'),
  enforcement: z
    .array(
      z.object({
        where: z.string().nullable().describe('e.g. `path: legacy/**`; null for everywhere else.'),
        mode: z.enum(NOT_ENFORCED),
        from: z.string().nullable().describe('The first day of enforcement.'),
        daysLeft: z.int().nullable(),
      }),
    )
    .describe('Where findings fail nothing (yet).'),
}
