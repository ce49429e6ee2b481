import { readFileSync } from 'node:fs'
import path from 'node:path'
import { BillError } from '../../bills/open-bill.ts'
import { ENGINES, type Engine, readBill } from '../../bills/read-bill.ts'
import {
  BillNotUnderstood,
  type BillReport,
  billReport,
  COSTS,
  type Config,
  ConfigurationError,
  costRowsQuery,
  endingQuery,
  findConfig,
  type Period,
  periodBefore,
  periodBill,
  readPeriod,
  readVolumes,
  renderers,
  SourceFile,
  untaggedQuery,
} from '../../core/index.ts'
import { type Arguments, type Command, UsageError } from '../command.ts'
import { EXIT } from '../exit-codes.ts'
import { OUTPUT_OPTIONS, outputOf } from '../output-options.ts'
import { today } from '../today.ts'
import { locateFolder } from '../trees/locate-folder.ts'

/** As many as somebody reads, and more. */
const LISTED = 100

export const reportCommand: Command = {
  name: 'report',
  summary:
    'Says whose money a bill is: by model, team and phase, shared costs split, what is untagged named.',
  operands: 'FILE...',
  options: {
    period: { description: 'a month, a quarter or days (all days of the bill)', value: '2026-10' },
    config: { description: 'folder whose ascribe.yml holds (.)', value: 'FOLDER' },
    cost: {
      description: 'billed adds up to the invoice (what ascribe.yml says)',
      value: 'COST',
      choices: COSTS,
    },
    currency: { description: 'which, where the bill has several', value: 'CODE' },
    volumes: { description: 'CSV of model, period, predictions and value', value: 'FILE' },
    engine: {
      description: 'what reads the bill (DuckDB where it is installed)',
      value: 'ENGINE',
      choices: ENGINES,
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
    const report = await reportOf(args)
    const output = outputOf(args, terminal)
    output.print(renderers.report[format](report, output))
    return EXIT.nothingFound
  },
}

async function reportOf(args: Arguments): Promise<BillReport> {
  const { root, below, tree } = locateFolder(args.option('config') ?? '.')
  const { config: written } = findConfig(tree, below)
  const cost = (args.option('cost') as Config['bill']['cost'] | undefined) ?? written.bill.cost
  const config: Config = { ...written, bill: { ...written.bill, cost } }
  const asked = periodIn(args)
  try {
    const bill = await readBill(args.operands, config.schema, args.option('engine') as Engine | undefined)
    try {
      const before = asked && periodBefore(asked)
      const [rows, earlier = []] = await bill.groups([
        costRowsQuery(asked),
        ...(before ? [costRowsQuery(before)] : []),
      ])
      const period = periodBill(rows!, asked, args.option('currency'), config)
      const [untagged, ending] = await bill.groups([
        untaggedQuery(period.period, cost, LISTED),
        endingQuery(period.period, cost, LISTED),
      ])
      const volumes = volumesIn(args, root, period.period)
      return billReport(
        period,
        {
          source: { format: bill.format.title, engine: bill.engine },
          notes: [
            ...bill.notes,
            ...bill.bindings.mended.map(
              ({ key, schemaKey, rows: count }) =>
                `${count} charges spell the key "${schemaKey}" as "${key}"`,
            ),
          ],
          untagged: untagged!,
          ending: ending!,
          previous: earlier.length > 0 ? periodBill(earlier, before, period.currency, config) : undefined,
          volumes,
          asOf: today(),
        },
        config,
      )
    } finally {
      bill.close()
    }
  } catch (error) {
    if (error instanceof BillError || error instanceof BillNotUnderstood)
      throw new ConfigurationError(error.message)
    throw error
  }
}

function periodIn(args: Arguments): Period | undefined {
  const text = args.option('period')
  if (text === undefined) return undefined
  const period = readPeriod(text)
  if (!period)
    throw new UsageError(
      `--period "${text}" is none. expected e.g. 2026-10, 2026-Q4 or 2026-10-01..2026-10-15`,
    )
  return period
}

function volumesIn(args: Arguments, root: string, period: Period) {
  const name = args.option('volumes')
  if (name === undefined) return undefined
  const source = new SourceFile(path.relative(root, name), readFileSync(name, 'utf8'))
  const { volumes, problems } = readVolumes(source, period)
  const [first] = problems
  if (first) throw new ConfigurationError(`${name}: ${first.message}`)
  return volumes
}
