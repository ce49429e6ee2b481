import { z } from 'zod'
import { RECORD_STATUSES } from '../../core/billing/chargeback/record.ts'
import { amount, cost, currency, day, exact, name, period } from './bill-parts.ts'
import { version } from './parts.ts'

const record = z.object({
  id: z.string().describe('The same whenever it is made from the same bill.'),
  status: z.enum(RECORD_STATUSES),
  sourceTeam: name,
  targetTeam: z.string().nullable().describe('null: nobody.'),
  model: name,
  costCategory: z.string(),
  amount: amount.describe('Whole cents.'),
  rows: z.int().describe("Lines of the bill that are this record's alone."),
  units: exact.nullable(),
  unitType: z.string().nullable(),
  unitRate: exact.nullable().describe('Units times the rate are the amount, to the cent.'),
  noUnitsBecause: z.string().optional(),
  correction: z
    .object({
      of: z.string().nullable().describe('null: the closed period had no record for it.'),
      on: day,
    })
    .nullable()
    .describe('Set where the record was added to a closed period.'),
})

/** What `ascribe chargeback --format json` prints. */
export const chargebackOutput = z
  .object({
    version,
    period,
    currency,
    cost,
    mode: z.enum(['showback', 'chargeback']),
    state: z.enum(['open', 'closed']).nullable().describe('Of the ledger; null where there is none.'),
    shown: day.optional().describe('The first day on which teams were shown the period; of a ledger.'),
    notes: z.array(z.string()),
    billingPeriod: z.string().describe('`2026-10`, `2026-Q4`, or the first and the last day.'),
    total: amount.describe('The bill, rounded to whole cents once: the records add up to it.'),
    records: z.array(record),
  })
  .describe('Who is charged what, to the cent.')

const part = z.object({ name, amount: exact, charges: z.int() })

/** What `ascribe chargeback --explain RECORD --format json` prints. */
export const chargesBehindOutput = z
  .object({
    version,
    id: z.string(),
    period,
    currency,
    targetTeam: z.string().nullable().describe('null: nobody.'),
    model: name,
    costCategory: z.string(),
    amount: amount.describe('Of the record, in whole cents.'),
    through: z
      .object({ pool: z.string(), methodology: z.string() })
      .nullable()
      .describe('The shared pool that the record is a part of.'),
    total: exact.describe('Of the charges; of a whole pool where the record is a part of one.'),
    charges: z.int(),
    services: z.array(part),
    resources: z.array(part).describe('The dearest.'),
    otherResources: z.object({ count: z.int(), amount: exact, charges: z.int() }),
    days: z.array(part),
  })
  .describe('The lines of a bill behind a record; each list adds up to the total.')
