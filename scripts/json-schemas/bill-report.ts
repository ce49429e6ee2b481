import { z } from 'zod'
import { CHARGE_CATEGORIES } from '../../core/billing/cost-rows.ts'
import { BREAKDOWNS } from '../../core/billing/report/bill-report.ts'
import { DIMENSIONS } from '../../core/domain/owner.ts'
import { amount, billedOwner, cost, currency, day, exact, name, period } from './bill-parts.ts'
import { version } from './parts.ts'

const lines = z.array(z.object({ name, amount })).describe('Dearest first; null names what says nothing.')

const items = z
  .array(z.object({ model: name, phase: name, service: name, pool: name, amount }))
  .describe('What it is made of, the dearest first.')
const advice = z
  .array(z.object({ about: z.string(), what: z.string(), saves: amount.describe('A month.') }))
  .describe('Each stands for itself: they are not to be added up.')

const economics = z
  .object({
    cost: amount.describe('Of the environments that count, shared costs included.'),
    atLeast: z.boolean(),
    perPrediction: z.number().nullable(),
    perThousand: z.number().nullable(),
    roi: z.number().nullable().describe('(value − cost) / cost.'),
    efficiency: z.enum(['HIGH_ROI', 'MODERATE_ROI', 'LOW_ROI', 'LOSS_MAKING', 'unknown']),
    score: z.number().min(0).max(1).nullable(),
    parts: z
      .object({ roi: z.number().nullable(), benchmark: z.number().nullable() })
      .describe('What the score is made of, 0 to 1; null parts are left out of it.'),
    grade: z.enum(['A', 'B', 'C', 'D', 'unknown']),
    priority: z.enum(['LOW', 'MEDIUM', 'HIGH', 'unknown']),
    because: z.array(z.string()).describe('What is not known, a reason each.'),
  })
  .nullable()
  .describe('null for what is no model of the catalogue.')

const model = z.object({
  model: name,
  team: name,
  amount,
  direct: amount,
  shared: amount,
  phases: lines,
  value: z.number().nullable().describe('Of the period.'),
  predictions: z.number().nullable().describe('Of the period.'),
  economics,
})

const allocation = z.object({
  kind: z
    .enum(['direct', 'shared', 'untagged', 'unallocated', 'apart'])
    .describe(
      '`unallocated`: of a pool, and its rule gives it to nobody. `apart`: a tax, a credit or the like.',
    ),
  pool: z.string().nullable(),
  category: z.enum(CHARGE_CATEGORIES),
  isUnused: z.boolean().describe('Of a commitment that is paid for and not used.'),
  service: name,
  unit: name,
  owner: billedOwner,
  rows: z.int().describe('Of the export, where they are its own.'),
  amount,
  quantity: exact,
})

const untagged = z.object({
  resource: z.string(),
  name,
  service: name,
  account: name,
  owner: billedOwner,
  lacks: z.array(z.string()).describe('Tag keys.'),
  amount,
  address: z.string().nullable().describe('In Terraform; null where no state says so.'),
  found: day.nullable().describe('The first day of the bill on which it lacked them.'),
  due: day.nullable(),
  isOverdue: z.boolean(),
})

/** What `ascribe report --format json` prints. */
export const billReportOutput = z
  .object({
    version,
    source: z.object({ format: z.string(), engine: z.string() }),
    period,
    currency,
    cost,
    total: amount,
    rows: z.int().describe('Of the export.'),
    unreadable: z.int().describe('Rows whose cost cannot be read, and which are in no sum.'),
    notes: z.array(z.string()),
    coverage: z
      .object({
        direct: amount,
        shared: amount,
        untagged: amount,
        unallocated: amount,
        apart: amount,
        share: z
          .number()
          .nullable()
          .describe('Of what is not apart, how much has an owner: 0 to 1; null where nothing is charged.'),
      })
      .describe('The five amounts add up to the total.'),
    allocations: z
      .array(allocation)
      .describe('Who carries what, in every detail: all other tables are sums of it.'),
    pools: z.array(
      z.object({
        name: z.string(),
        amount,
        shared: amount,
        kept: amount,
        unallocated: amount,
        because: z.string().nullable().describe('Why some of it is given to nobody.'),
        methodology: z.string().describe('How it is split, in a sentence.'),
      }),
    ),
    models: z.array(model),
    optimisations: z.array(
      z.object({
        model: z.string(),
        team: name,
        efficiency: z.enum(['LOW_ROI', 'LOSS_MAKING']),
        grade: z.enum(['A', 'B', 'C', 'D', 'unknown']),
        cost: amount,
        value: z.number(),
        excess: amount.describe('What it would have to cost less for its value to be three times its cost.'),
        items,
        advice,
      }),
    ),
    overBudget: z.array(z.object({ team: z.string(), budget: amount, amount, over: amount, items, advice })),
    by: z
      .object(Object.fromEntries(BREAKDOWNS.map((each) => [each, lines])))
      .describe('`service` and `category` add up to the total, the others to it without what is apart.'),
    missing: z
      .array(z.object({ dimension: z.enum(DIMENSIONS), key: z.string(), amount }))
      .describe('Charges that lack a tag, by the tag they lack; one that lacks two is in both.'),
    untagged: z.object({ listed: z.array(untagged), rest: amount }),
    expired: z
      .array(
        z.object({
          resource: z.string(),
          name,
          service: name,
          owner: billedOwner,
          expires: day,
          lastBilled: day,
          amount,
        }),
      )
      .describe('Past the end that they were given, and still billed after it.'),
    storage: z.array(
      z.object({
        bucket: z.string(),
        prefix: z.string(),
        objects: z.int(),
        bytes: z.number(),
        team: name,
        model: name,
        amount,
      }),
    ),
    change: z
      .object({
        period,
        before: amount,
        movers: z.array(
          z.object({
            model: name,
            team: name,
            before: amount,
            after: amount,
            delta: amount,
            because: z
              .array(z.object({ phase: name.optional(), service: name.optional(), delta: amount }))
              .describe('The largest parts of the change.'),
          }),
        ),
      })
      .nullable()
      .describe('Against the period before; null where the bill does not reach back.'),
    forecast: z
      .object({ lastDay: day, daysLeft: z.int(), total: amount })
      .nullable()
      .describe("Where the period's last days are still to come."),
  })
  .describe('Whose money a bill is.')
