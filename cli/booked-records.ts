import {
  book,
  bookedElsewhere,
  type Chargeback,
  type Config,
  ConfigurationError,
  chargebackRecords,
  firstShowback,
  type LedgerEntry,
  ledgerFileName,
  modeNotes,
  modeOf,
  type PeriodBill,
  periodName,
  type Volumes,
} from '../core/index.ts'
import { readLedgerFolder, writeLedgerEntry } from './ledger-folder.ts'

/** What records are made from. */
export interface BillToBook {
  readonly bill: PeriodBill
  readonly volumes: Volumes | undefined
  readonly config: Config
  /** Of the report on it. */
  readonly notes: readonly string[]
}

export interface Ledger {
  readonly folder: string
  readonly today: string
  readonly close: boolean
}

/** The records of a bill, and what became of them in the ledger, as a sentence. */
export interface BookedRecords {
  readonly records: Chargeback
  readonly said: string | undefined
}

/** Makes the records of a bill, and books them where there is a ledger: a closed period gets corrections and no change. */
export function bookedRecords(
  { bill, volumes, config, notes }: BillToBook,
  ledger: Ledger | undefined,
): BookedRecords {
  const entries = ledger ? readLedgerFolder(ledger.folder) : []
  const booked = entries.find((entry) => ledgerFileName(entry) === ledgerFileName(bill))
  const mode = booked?.state === 'closed' ? booked.mode : modeOf(bill.period, config.bill)
  const made = chargebackRecords(bill, mode, volumes, config)
  const shown = ledger && (firstShowback(entries) ?? ledger.today)
  const all = [...modeNotes(bill.period, config.bill, shown), ...notes]
  if (!ledger) return { records: { ...made, notes: all }, said: undefined }
  const { records, said } = booking(ledger, entries, booked, made)
  return { records: { ...records, notes: all }, said }
}

function booking(
  { folder, today, close }: Ledger,
  entries: readonly LedgerEntry[],
  booked: LedgerEntry | undefined,
  made: Chargeback,
): { readonly records: Chargeback; readonly said: string } {
  const other = bookedElsewhere(entries, made)
  if (other)
    throw new ConfigurationError(
      `the ledger has ${periodName(other.period)}, which has days of ${periodName(made.period)}. expected each day in one period`,
    )
  if (close && made.period.until > today)
    throw new ConfigurationError(
      `${periodName(made.period)} is not over: its last day is before ${made.period.until}. expected --close after it`,
    )
  const { entry, change } = book(booked, made, { on: today, close })
  if (change !== 'none') writeLedgerEntry(folder, entry)
  const { mode, total, records, state } = entry
  return { records: { ...made, mode, total, records, state }, said: CHANGES[change](ledgerFileName(entry)) }
}

const CHANGES: Readonly<Record<ReturnType<typeof book>['change'], (file: string) => string>> = {
  none: (file) => `${file} of the ledger is as it was`,
  new: (file) => `${file} is new in the ledger`,
  renewed: (file) => `${file} of the ledger is made anew; the period is open`,
  closed: (file) => `${file} of the ledger is closed`,
  corrected: (file) => `${file} of the ledger is closed: what differs was added as corrections`,
}
