import { DIALECTS, renderers } from '../../core/index.ts'
import { billSql } from '../bill-sql.ts'
import { type Command, UsageError } from '../command.ts'
import { EXIT } from '../exit-codes.ts'
import { modelCardPage } from '../model-card-page.ts'
import { OUTPUT_OPTIONS, outputOf } from '../output-options.ts'
import { BILL_OPTIONS, readBillReport } from '../read-bill-report.ts'

export const reportCommand: Command = {
  name: 'report',
  summary:
    'Says whose money a bill is: by model, team and phase, shared costs split, what is untagged named.',
  operands: 'FILE...',
  options: {
    ...BILL_OPTIONS,
    state: {
      description: 'what "terraform show -json" prints: addresses of what is untagged',
      value: 'FILE',
      repeated: true,
    },
    'print-sql': {
      description: 'print SQL that makes the same report where the bill lies, in place of reading it',
      value: 'DIALECT',
      choices: DIALECTS.map(({ id }) => id),
    },
    table: { description: 'with --print-sql: the table of the export there (billing)', value: 'NAME' },
    inventory: {
      description: 'CSV of bucket, key, size: what buckets are billed, by prefix',
      value: 'FILE',
      repeated: true,
    },
    suggest: { description: 'with cheaper ways to have what the code of the folder creates' },
    card: { description: 'a page on one model for its review: markdown or html', value: 'MODEL' },
    format: {
      description: 'how to print it',
      value: 'FORMAT',
      choices: [...Object.keys(renderers.report), 'html'],
    },
    ...OUTPUT_OPTIONS,
  },
  examples: [
    'ascribe report bill.csv.gz --period 2026-10',
    'ascribe report exports/*.parquet --period 2026-Q3 --volumes predictions.csv --format json',
    'ascribe report bill.csv.gz --period 2026-10 --card fraud_xgb_v7 --format html --output card.html',
    'ascribe report sample.csv --period 2026-10 --print-sql athena --table billing.focus',
  ],
  details: `FILE is a billing export, CSV, gzipped CSV or Parquet; several are one bill. Its format is told by its columns.
Nothing is sent anywhere. The schema, the catalogue and the shared pools are those of ascribe.yml.
Exit codes: 0 done, 2 wrong usage, 3 failure.`,
  run: async (args, terminal) => {
    const dialect = DIALECTS.find(({ id }) => id === args.option('print-sql'))
    if (dialect) {
      outputOf(args, terminal).print(await billSql(args, dialect))
      return EXIT.nothingFound
    }
    if (args.option('card') !== undefined) {
      outputOf(args, terminal).print(await modelCardPage(args, outputOf(args, terminal)))
      return EXIT.nothingFound
    }
    const format = (args.option('format') ?? 'terminal') as keyof typeof renderers.report
    if (!(format in renderers.report))
      throw new UsageError('--format html is for --card. expected ascribe dashboard for pages of teams')
    const { report } = await readBillReport(args)
    const output = outputOf(args, terminal)
    output.print(renderers.report[format](report, output))
    return EXIT.nothingFound
  },
}
