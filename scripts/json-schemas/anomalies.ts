import { z } from 'zod'
import { amount, cost, currency, day, name, period, subject } from './bill-parts.ts'
import { version } from './parts.ts'

const change = z
  .object({
    day,
    title: z.string(),
    name: z.string().describe('A commit, or a number such as `#412`.'),
    url: z.string().optional(),
    touched: z.array(
      z.object({
        address: z.string(),
        model: z.string().optional(),
        team: z.string().optional(),
        delta: z.number().nullable().describe('A month, as it was estimated; null where it was not.'),
      }),
    ),
  })
  .describe('A change to the infrastructure, as it was merged.')
  .meta({ id: 'mergedChange' })

const anomaly = z
  .object({
    subject,
    kind: z.enum(['spike', 'new', 'drop']).describe('`new`: there was no such cost before.'),
    severity: z.enum(['critical', 'warning', 'notice']),
    since: day.describe('The first of days in a row.'),
    day: day.describe('The last of them; the figures are those of this day.'),
    days: z.int(),
    isOngoing: z.boolean(),
    isShortHistory: z.boolean().describe('Less than three weeks are known.'),
    comparedWith: z.array(day),
    z: z.number().nullable().describe('null where the history is too short, or does not vary.'),
    above: z.number().nullable().describe('0.8 is 80 % above the baseline; null where there was no cost.'),
    cost: amount,
    baseline: amount,
    excess: amount.describe('Below 0 where the cost dropped.'),
    excessSoFar: amount.describe('Of all its days.'),
    because: z.array(z.object({ phase: name, service: name, excess: amount })),
    resources: z.array(
      z.object({
        resource: z.string(),
        name: z.string().optional(),
        service: z.string().optional(),
        excess: amount,
        address: z.string().nullable().describe('In Terraform; null where no state says so.'),
      }),
    ),
    changes: z.array(change),
  })
  .meta({ id: 'anomaly' })

/** What `ascribe anomalies --format json` prints. */
export const anomaliesOutput = z
  .object({
    version,
    currency,
    cost,
    rule: z.object({ id: z.string(), summary: z.string() }),
    from: day,
    asOf: day.describe('The last complete day of the bill.'),
    firstDay: day.describe('Where the bill begins.'),
    incomplete: z.array(z.object({ day, because: z.string() })).describe('Days whose charges still come in.'),
    watched: z.int().describe('How many models and teams were looked at.'),
    anomalies: z.array(anomaly),
  })
  .describe('Days on which a cost was not an ordinary one.')

const step = z
  .object({
    by: z.enum(['model', 'phase', 'service', 'resource']),
    lines: z
      .array(
        z.object({
          name,
          title: z.string().optional(),
          address: z.string().optional(),
          before: amount,
          after: amount,
          delta: amount,
        }),
      )
      .describe('The largest change first.'),
    rest: z.object({ lines: z.int(), delta: amount }),
    followed: name.describe('The line that the next step is about; null where there is none.'),
  })
  .describe('The lines and the rest add up to what the step before has followed.')

/** What `ascribe explain --format json` prints. */
export const explanationOutput = z
  .object({
    version,
    subject,
    currency,
    cost,
    period,
    compared: period,
    before: amount,
    after: amount,
    delta: amount,
    steps: z.array(step),
    anomalies: z.array(anomaly),
    changes: z.array(change),
  })
  .describe("Why somebody's cost is not what it was.")
