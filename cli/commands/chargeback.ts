import {
  behindQueries,
  behindRecord,
  behindRecordRenderers,
  ConfigurationError,
  chargebackRecords,
  type LedgerEntry,
  ledgerFileName,
  modeOf,
  nearest,
  renderers,
} from '../../core/index.ts'
import { bookedRecords } from '../booked-records.ts'
import { type Arguments, type Command, UsageError } from '../command.ts'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import { readLedgerFolder } from '../ledger-folder.ts'
import { OUTPUT_OPTIONS, outputOf } from '../output-options.ts'
import { BILL_OPTIONS, readBillReport } from '../read-bill-report.ts'
import type { Terminal } from '../terminal.ts'
import { today } from '../today.ts'

export const chargebackCommand: Command = {
  name: 'chargeback',
  summary: 'Makes a bill the records that finance books: who is charged what, to the cent.',
  operands: 'FILE...',
  options: {
    ...BILL_OPTIONS,
    ledger: { description: 'folder that keeps the records of each period', value: 'FOLDER' },
    explain: { description: 'the lines of the bill behind one record', value: 'RECORD-ID' },
    close: { description: 'with --ledger: what is found later is a correction' },
    format: {
      description: 'how to print them',
      value: 'FORMAT',
      choices: Object.keys(renderers.chargeback),
    },
    ...OUTPUT_OPTIONS,
  },
  examples: [
    'ascribe chargeback bill.csv.gz --period 2026-10',
    'ascribe chargeback bill.csv.gz --period 2026-10 --ledger ledger --close --format csv --output 2026-10.csv',
    'ascribe chargeback bill.csv.gz --period 2026-10 --explain 2026-10/fraud-ml/fraud_xgb_v7/training',
  ],
  details: `FILE is a billing export, as of ascribe report. Records add up to the bill. They are showback until the day of
bill.chargeback-from of ascribe.yml. docs/chargeback.md tells what is in them.
Exit codes: 0 done, 2 wrong usage, 3 failure.`,
  run: async (args, terminal) => {
    const format = (args.option('format') ?? 'terminal') as keyof typeof renderers.chargeback
    if (args.flag('close') && args.option('ledger') === undefined)
      throw new UsageError('--close needs --ledger: a period is closed in a ledger')
    if (args.option('explain') !== undefined) return explain(args, terminal)
    const folder = args.option('ledger')
    const ledger = folder === undefined ? undefined : { folder, today: today(), close: args.flag('close') }
    const read = await readBillReport(args, 0)
    const { records, said } = bookedRecords({ ...read, notes: read.report.notes }, ledger)
    if (said !== undefined) terminal.warn(`ascribe: ${said}\n`)
    if (!SAYS_NOTES.has(format)) for (const note of records.notes) terminal.warn(`ascribe: ${note}\n`)
    const output = outputOf(args, terminal)
    output.print(renderers.chargeback[format](records, output))
    return EXIT.nothingFound
  },
}

/** As many as a dispute is about; the others are one line. */
const MOST_RESOURCES = 50

async function explain(args: Arguments, terminal: Terminal): Promise<ExitCode> {
  const id = args.option('explain')!
  const format = args.option('format') ?? 'terminal'
  if (format !== 'terminal' && format !== 'json')
    throw new UsageError(`--explain has no format "${format}". expected terminal or json`)
  if (args.flag('close')) throw new UsageError('--explain and --close exclude each other')
  const read = await readBillReport(args, 0, ({ period }) => behindQueries(period))
  const { bill, config, volumes, further } = read
  const made = chargebackRecords(bill, modeOf(bill.period, config.bill), volumes, config)
  const booked = entriesIn(args).find((entry) => ledgerFileName(entry) === ledgerFileName(bill))
  const all = [...(booked?.records ?? []), ...made.records]
  const record = all.find((each) => each.id === id)
  if (!record) {
    const meant = nearest(
      id,
      all.map((each) => each.id),
    )
    throw new ConfigurationError(
      `there is no record "${id}". ${meant === undefined ? 'expected an id that ascribe chargeback prints for this period' : `did you mean "${meant}"?`}`,
    )
  }
  const output = outputOf(args, terminal)
  output.print(
    behindRecordRenderers[format](behindRecord(record, bill, further, MOST_RESOURCES, config), output),
  )
  return EXIT.nothingFound
}

function entriesIn(args: Arguments): readonly LedgerEntry[] {
  const folder = args.option('ledger')
  return folder === undefined ? [] : readLedgerFolder(folder)
}

/** The other formats have no place for them. */
const SAYS_NOTES: ReadonlySet<string> = new Set(['terminal', 'json'])
