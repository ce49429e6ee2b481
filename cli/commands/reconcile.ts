import path from 'node:path'
import { ENGINES, type Engine, REMOTE_ENGINES, readBill } from '../../bills/read-bill.ts'
import {
  billedResourcesQuery,
  findConfig,
  type Reconciliation,
  readPeriod,
  reconcileBill,
  renderers,
  usageFilePath,
} from '../../core/index.ts'
import { mustHaveCharges } from '../charges-in.ts'
import { type Arguments, type Command, UsageError } from '../command.ts'
import { EXIT } from '../exit-codes.ts'
import { OUTPUT_OPTIONS, outputOf } from '../output-options.ts'
import { embeddedPriceBook } from '../price-book.ts'
import { replaceFile } from '../replace-file.ts'
import { stateIdsIn } from '../state-ids.ts'
import { isFolder, type LocatedFolder, locateFolder } from '../trees/locate-folder.ts'

export const reconcileCommand: Command = {
  name: 'reconcile',
  summary: 'Compares estimates with the bill of the same things, and calibrates them with it.',
  operands: 'BILL... [FOLDER]',
  options: {
    period: { description: 'the month of the bill', value: '2026-10' },
    state: {
      description: 'what "terraform show -json" prints of a state or a plan: whose ids are whose',
      value: 'FILE',
      repeated: true,
    },
    write: { description: 'write the calibration into ascribe-usage.yml' },
    engine: {
      description:
        'what reads the bill (DuckDB where it is installed; trino and clickhouse: FILE is a table)',
      value: 'ENGINE',
      choices: [...ENGINES, ...REMOTE_ENGINES],
    },
    format: {
      description: 'how to print it',
      value: 'FORMAT',
      choices: Object.keys(renderers.reconcile),
    },
    ...OUTPUT_OPTIONS,
  },
  examples: [
    'ascribe reconcile bill.csv.gz --period 2026-10',
    'ascribe reconcile exports/*.parquet infra --period 2026-10 --state state.json --write',
  ],
  details: `BILL is a billing export as "ascribe report" reads it; FOLDER, the current one unless it is named last, has the
Terraform files. --write puts what was measured into the section "calibration" of ascribe-usage.yml, and leaves the rest
of the file as it is. Nothing is sent anywhere.
Exit codes: 0 done, 2 wrong usage, 3 failure.`,
  run: async (args, terminal) => {
    const format = (args.option('format') ?? 'terminal') as keyof typeof renderers.reconcile
    const { files, folder } = operandsOf(args)
    const located = locateFolder(folder)
    const result = await reconciled(files, located, args)
    const output = outputOf(args, terminal)
    output.print(renderers.reconcile[format](result, output))
    if (args.flag('write')) {
      const file = path.join(located.root, usageFilePath(located.tree, located.below))
      replaceFile(file, result.text)
      terminal.warn(`${path.relative('', file)} is written.\n`)
    }
    return EXIT.nothingFound
  },
}

function operandsOf({ operands }: Arguments): { files: readonly string[]; folder: string } {
  const last = operands.at(-1)
  const folder = last !== undefined && isFolder(last) ? last : undefined
  const files = folder === undefined ? operands : operands.slice(0, -1)
  if (files.length === 0) throw new UsageError('no bill is named. expected files of a billing export')
  return { files, folder: folder ?? '.' }
}

async function reconciled(
  files: readonly string[],
  { tree, below }: LocatedFolder,
  args: Arguments,
): Promise<Reconciliation> {
  const periodText = args.option('period')
  const period = periodText === undefined ? undefined : readPeriod(periodText)
  if (periodText === undefined || !period)
    throw new UsageError(
      `--period ${periodText === undefined ? 'is missing' : `"${periodText}" is none`}. expected the month of the bill, e.g. 2026-10`,
    )
  const { config } = findConfig(tree, below)
  const bill = await readBill(files, config, args.option('engine') as Engine | undefined)
  try {
    const [groups] = await bill.groups([billedResourcesQuery(period)])
    await mustHaveCharges(bill, files, groups!, period)
    const ids = stateIdsIn(args.all('state'))
    return reconcileBill(tree, below, embeddedPriceBook(), { groups: groups!, period, periodText, ids })
  } finally {
    bill.close()
  }
}
