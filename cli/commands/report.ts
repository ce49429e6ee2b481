import { renderers } from '../../core/index.ts'
import type { Command } from '../command.ts'
import { EXIT } from '../exit-codes.ts'
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
    format: { description: 'how to print it', value: 'FORMAT', choices: Object.keys(renderers.report) },
    ...OUTPUT_OPTIONS,
  },
  examples: [
    'ascribe report bill.csv.gz --period 2026-10',
    'ascribe report exports/*.parquet --period 2026-Q3 --volumes predictions.csv --format json',
  ],
  details: `FILE is a billing export, CSV, gzipped CSV or Parquet; several are one bill. Its format is told by its columns.
Nothing is sent anywhere. The schema, the catalogue and the shared pools are those of ascribe.yml.
Exit codes: 0 done, 2 wrong usage, 3 failure.`,
  run: async (args, terminal) => {
    const format = (args.option('format') ?? 'terminal') as keyof typeof renderers.report
    const { report } = await readBillReport(args)
    const output = outputOf(args, terminal)
    output.print(renderers.report[format](report, output))
    return EXIT.nothingFound
  },
}
