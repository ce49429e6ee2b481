import { z } from 'zod'
import { FAIL_ON } from '../../core/config/config.ts'
import { BREAKDOWNS } from '../../core/review/breakdown.ts'
import { accepted } from './accepted.ts'
import { accounting } from './accounting.ts'
import {
  dollars,
  estimate,
  finding,
  gap,
  notLoaded,
  owner,
  place,
  prices,
  problem,
  tags,
  version,
} from './parts.ts'

const change = z
  .object({
    before: dollars,
    after: dollars,
    delta: dollars.describe('after − before.'),
    atLeast: z
      .object({ before: z.boolean(), after: z.boolean() })
      .describe(
        'Whether the side stands for more than it says: an unknown number of instances is counted once.',
      ),
  })
  .describe('Monthly list cost on both sides.')
  .meta({ id: 'change' })

const group = {
  kind: z.enum(['known', 'missing', 'unknown']).describe('`missing`: no tag says. `unknown`: a tag may say.'),
  value: z.string().nullable().describe('null unless known.'),
}

const side = z
  .object({
    ...place,
    multiplicityUnknown: z.string().nullable(),
    ...tags,
    owner,
    estimate,
  })
  .meta({ id: 'side' })

const coverage = z
  .object({
    attributed: dollars,
    declared: dollars.describe('The part of it whose team or model is declared, and no tag on the bill.'),
    total: dollars,
    share: z.number().min(0).max(1).nullable().describe('null where there is no money.'),
  })
  .meta({ id: 'coverage' })

/** What `ascribe review --format json` prints. */
export const reviewOutput = z
  .object({
    version,
    base: z.string().describe('What the sides are called: a short commit, a folder.'),
    head: z.string(),
    verdict: z.object({
      status: z.enum(['pass', 'warn', 'fail']),
      failOn: z.enum(FAIL_ON),
      partial: z.boolean().describe('Too much of what changes has no figure.'),
      because: z.array(z.string()),
    }),
    total: change,
    coverage: z
      .object({ before: coverage, after: coverage })
      .describe('How much of the money has a known owner.'),
    by: z
      .object(
        Object.fromEntries(
          BREAKDOWNS.map((dimension) => [dimension, z.array(z.object({ ...group, cost: change }))]),
        ),
      )
      .describe('The money by each dimension, largest change first; each list adds up to the total.'),
    modelPhases: z
      .array(
        z.object({
          ...group,
          teams: z.array(z.string()),
          phases: z.array(z.object({ ...group, cost: change })),
          cost: change,
        }),
      )
      .describe('The money by model and phase.'),
    ...accounting(change),
    findings: z.object({
      new: z.array(finding),
      existing: z.array(finding),
      fixed: z.array(finding).describe('Places are on the base side.'),
    }),
    ...accepted,
    resources: z
      .array(
        z.object({
          project: z.string(),
          address: z.string(),
          previousAddress: z.string().nullable().describe('Where a `moved` block gave it another address.'),
          type: z.string(),
          action: z.enum(['create', 'update', 'delete', 'no-op']),
          cost: change,
          before: side.nullable(),
          after: side.nullable(),
        }),
      )
      .describe('Every resource that is not what it was, largest change first.'),
    notPriced: z
      .array(
        z.object({
          project: z.string(),
          address: z.string(),
          kind: gap,
          because: z.string(),
          changed: z.boolean().describe('Whether the change created or changed it.'),
          part: z.string().nullable().describe('The part that has no figure, of a resource that has one.'),
        }),
      )
      .describe('What has no figure on the head side.'),
    inexactMonthlyCost: dollars.describe(
      'How much a month of the head side stands on a price that is not exact.',
    ),
    assumptions: z.array(z.string()),
    suggestions: z
      .array(
        z.object({
          id: z.string(),
          project: z.string(),
          address: z.string(),
          what: z.string().describe('What would take the place of what.'),
          monthlySaving: dollars,
          risk: z.string(),
          source: z.string().describe('Who published the other price.'),
          sourceDate: z.string(),
          ...place,
        }),
      )
      .describe('Cheaper ways, with --suggest. Each stands for itself: they are not to be added up.'),
    prices,
    notes: z.array(z.string()),
    problems: z.array(problem),
    notLoaded: z.array(notLoaded),
  })
  .describe('What ascribe review finds between two sides.')
