import * as z from 'zod'
import { ConfigurationError } from '../../domain/configuration-error.ts'
import { isDay } from '../../domain/days.ts'
import { sum, type Usd } from '../../domain/money.ts'
import { COSTS } from '../charge-columns.ts'
import { readDecimal, writeDecimal } from '../decimal.ts'
import { amountDigits } from './amount-digits.ts'
import { CATEGORY_KINDS } from './cost-category.ts'
import type { LedgerEntry } from './ledger.ts'
import { periodName } from './period-name.ts'
import { type ChargebackRecord, RECORD_STATUSES } from './record.ts'

const VERSION = 1

/** One file of a ledger: its name is safe whatever the bill calls its currency. */
export function ledgerFileName({ period, currency }: Pick<LedgerEntry, 'period' | 'currency'>): string {
  if (!/^[A-Za-z]{1,12}$/.test(currency))
    throw new ConfigurationError(`the bill's currency "${currency}" is none. expected a code, e.g. USD`)
  return `${periodName(period).replace('..', '--')}-${currency}.json`
}

/** The same entry is always the same text. */
export function ledgerText(entry: LedgerEntry): string {
  const { period, currency, cost, mode, state, shown, total, records } = entry
  const document = {
    version: VERSION,
    period,
    currency,
    cost,
    mode,
    state,
    shown,
    total: amountDigits(total),
    records: records.map(({ units, amount, ...rest }) => ({
      ...rest,
      units: units.kind === 'known' ? { ...units, units: writeDecimal(units.units) } : units,
      amount: amountDigits(amount),
    })),
  }
  return `${JSON.stringify(document, undefined, 2)}\n`
}

const day = z.string().refine(isDay, 'expected a day, e.g. 2026-10-31')
const amount = z
  .string()
  .regex(/^-?\d{1,10}\.\d\d$/, 'expected an amount, e.g. 1234.50')
  .transform((text) => (Math.round(Number(text) * 100) * 10_000) as Usd)
const decimal = z.string().transform((text, context) => {
  const value = readDecimal(text)
  if (value !== undefined) return value
  context.addIssue({ code: 'custom', message: 'expected a number' })
  return z.NEVER
})
const optional = z.string().optional()

const record = z.strictObject({
  id: z.string(),
  status: z.enum(RECORD_STATUSES),
  sourceTeam: optional,
  targetTeam: optional,
  model: optional,
  category: z.strictObject({
    kind: z.enum(CATEGORY_KINDS),
    name: z.string(),
  }),
  units: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('known'), units: decimal, unit: z.string(), rate: z.string() }),
    z.strictObject({ kind: z.literal('none'), because: z.string() }),
  ]),
  amount,
  rows: z.int(),
  correction: z.strictObject({ of: optional, on: day }).optional(),
})

const entry = z.strictObject({
  version: z.literal(VERSION),
  period: z.strictObject({ from: day, until: day }),
  currency: z.string(),
  cost: z.enum(COSTS),
  mode: z.enum(['showback', 'chargeback']),
  state: z.enum(['open', 'closed']),
  shown: day,
  total: amount,
  records: z.array(record),
})

/** What `ledgerText` wrote; anything else is refused, with where it is wrong. `name` is the file's. */
export function readLedger(text: string, name: string): LedgerEntry {
  const { data, error } = entry.safeParse(parsed(text, name))
  if (!data) {
    const [issue] = error.issues
    throw notOurs(name, `${issue?.path.join('.')}: ${issue?.message}`)
  }
  const { version: _, ...rest } = data
  const records = data.records.map(complete)
  const total = sum(records.map((each) => each.amount))
  if (total !== data.total)
    throw notOurs(
      name,
      `its records come to ${amountDigits(total)}, its total is ${amountDigits(data.total)}`,
    )
  if (new Set(records.map(({ id }) => id)).size < records.length) throw notOurs(name, 'an id is there twice')
  return { ...rest, records }
}

/** In the order in which records are made, so that what is read and what is made are the same text. */
const complete = (read: z.output<typeof record>): ChargebackRecord => ({
  id: read.id,
  status: read.status,
  sourceTeam: read.sourceTeam,
  targetTeam: read.targetTeam,
  model: read.model,
  category: { kind: read.category.kind, name: read.category.name },
  units: read.units,
  amount: read.amount,
  rows: read.rows,
  correction: read.correction && { of: read.correction.of, on: read.correction.on },
})

function parsed(text: string, name: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw notOurs(name, 'it is not JSON')
  }
}

const notOurs = (name: string, because: string): ConfigurationError =>
  new ConfigurationError(`the ledger's "${name}" is not what Ascribe writes: ${because}`)
