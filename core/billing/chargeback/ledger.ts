import { ConfigurationError } from '../../domain/configuration-error.ts'
import { subtract, sum, type Usd, ZERO } from '../../domain/money.ts'
import type { Cost } from '../charge-columns.ts'
import type { Period } from '../cost-rows.ts'
import { groupBy } from '../group-by.ts'
import { ledgerText } from './ledger-text.ts'
import { periodName } from './period-name.ts'
import { type Chargeback, type ChargebackMode, type ChargebackRecord, recordId } from './record.ts'

/** What is booked of one period in one currency. */
export interface LedgerEntry {
  readonly period: Period
  readonly currency: string
  readonly cost: Cost
  readonly mode: ChargebackMode
  readonly state: 'open' | 'closed'
  /** The day on which teams were first shown it. */
  readonly shown: string
  /** Corrections included. */
  readonly total: Usd
  /** As they were when the period was closed, and what corrects them after these. */
  readonly records: readonly ChargebackRecord[]
}

export type LedgerChange = 'none' | 'new' | 'renewed' | 'closed' | 'corrected'

export interface Booking {
  readonly entry: LedgerEntry
  readonly change: LedgerChange
}

/** The records of an open period are made anew; a closed one gets records for what is now different, and keeps its own. */
export function book(
  booked: LedgerEntry | undefined,
  made: Chargeback,
  { on, close }: { readonly on: string; readonly close: boolean },
): Booking {
  if (booked) sameBill(booked, made)
  if (booked?.state === 'closed') {
    const corrections = correctionsOf(booked, made, on)
    if (corrections.length === 0) return { entry: booked, change: 'none' }
    const records = [...booked.records, ...corrections]
    return { entry: { ...booked, total: totalOf(records), records }, change: 'corrected' }
  }
  const { period, currency, cost, mode, total, records } = made
  const state = close ? 'closed' : 'open'
  const entry = { period, currency, cost, mode, state, shown: booked?.shown ?? on, total, records } as const
  if (!booked) return { entry, change: 'new' }
  if (close) return { entry, change: 'closed' }
  return ledgerText(booked) === ledgerText(entry)
    ? { entry: booked, change: 'none' }
    : { entry, change: 'renewed' }
}

/** The day on which teams were first shown anything. */
export const firstShowback = (entries: readonly LedgerEntry[]): string | undefined =>
  entries.map(({ shown }) => shown).sort()[0]

/** The same days are booked once: as a month, or as a part of a quarter. */
export function bookedElsewhere(
  entries: readonly LedgerEntry[],
  { period, currency }: Pick<LedgerEntry, 'period' | 'currency'>,
): LedgerEntry | undefined {
  return entries.find(
    (other) =>
      other.currency === currency &&
      other.period.from < period.until &&
      period.from < other.period.until &&
      (other.period.from !== period.from || other.period.until !== period.until),
  )
}

/** What the ledger comes to for each of its records, corrections included. */
export function standing(entry: LedgerEntry): ReadonlyMap<string, Usd> {
  const name = periodName(entry.period)
  const byBase = groupBy(entry.records, (record) => baseOf(record, name))
  return new Map([...byBase].map(([id, records]) => [id, totalOf(records)]))
}

const baseOf = ({ targetTeam, model, category }: ChargebackRecord, period: string): string =>
  recordId(period, { team: targetTeam, model, category })

const totalOf = (records: readonly ChargebackRecord[]): Usd => sum(records.map(({ amount }) => amount))

function correctionsOf(booked: LedgerEntry, made: Chargeback, on: string): readonly ChargebackRecord[] {
  const name = periodName(booked.period)
  const now = new Map(made.records.map((record) => [record.id, record]))
  const was = groupBy(booked.records, (record) => baseOf(record, name))
  return [...new Set([...was.keys(), ...now.keys()])].sort().flatMap((id): ChargebackRecord[] => {
    const earlier = was.get(id) ?? []
    const amount = subtract(now.get(id)?.amount ?? ZERO, totalOf(earlier))
    if (amount === ZERO) return []
    const original = earlier.find(({ correction }) => correction === undefined)
    const number = earlier.filter(({ correction }) => correction !== undefined).length + 1
    const like = earlier[0] ?? now.get(id)!
    return [
      {
        ...like,
        id: `${id}/${number}`,
        units: { kind: 'none', because: 'it corrects an amount' },
        amount,
        rows: 0,
        correction: { of: original?.id, on },
      },
    ]
  })
}

function sameBill(booked: LedgerEntry, made: Chargeback): void {
  if (booked.cost === made.cost) return
  throw new ConfigurationError(
    `the ledger has ${periodName(booked.period)} by ${booked.cost} cost, and this is by ${made.cost} cost. expected --cost ${booked.cost}`,
  )
}
