import path from 'node:path'
import { bookedRecords } from '../../cli/booked-records.ts'
import { readLedgerFolder } from '../../cli/ledger-folder.ts'
import type { ReadBillReport } from '../../cli/read-bill-report.ts'
import { today } from '../../cli/today.ts'
import { type Chargeback, ledgerFileName, type PeriodBill } from '../../core/index.ts'
import { isNewer, type Marker } from '../comment/marker.ts'
import { log } from '../log.ts'
import { readState } from './state.ts'

const LEDGER = 'ledger'

/**
 * The chargeback records of the period. With a state folder they are booked in the ledger within it, by the rules of
 * `ascribe chargeback --ledger`: a period that somebody has closed is corrected and never changed. The period before goes on
 * being booked, as its last charges come late.
 */
export function recordsOf(read: ReadBillReport, state: string | undefined, run: Marker['run']): Chargeback {
  const ledger = state === undefined ? undefined : ledgerIn(state, run)
  const [before] = read.earlier
  if (ledger && before && isWhole(before) && isBooked(ledger.folder, before))
    say(
      bookedRecords({ ...read, bill: before, volumes: read.volumesOf(before.period), notes: [] }, ledger)
        .said,
    )
  const { records, said } = bookedRecords({ ...read, notes: read.report.notes }, ledger)
  say(said)
  return records
}

/** A slower run that began earlier has an older bill: it books nothing. */
function ledgerIn(state: string, run: Marker['run']) {
  const there = readState(state)
  if (!there || !isNewer(there.run, run))
    return { folder: path.join(state, LEDGER), today: today(), close: false }
  log(`the state is of the newer run ${there.run.number}.${there.run.attempt}; nothing is booked`)
  return undefined
}

const isBooked = (folder: string, bill: PeriodBill): boolean =>
  readLedgerFolder(folder).some((entry) => ledgerFileName(entry) === ledgerFileName(bill))

/** Not where the files begin within it. */
const isWhole = ({ rows, period }: PeriodBill): boolean => rows.some(({ day }) => day === period.from)

function say(said: string | undefined): void {
  if (said !== undefined) log(said)
}
