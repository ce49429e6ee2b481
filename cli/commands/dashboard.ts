import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { ConfigurationError } from '../../core/index.ts'
import { type Command, UsageError } from '../command.ts'
import { type DashboardPage, dashboardPages, dashboardQueries } from '../dashboard-pages.ts'
import { EXIT } from '../exit-codes.ts'
import { BILL_OPTIONS, readBillReport } from '../read-bill-report.ts'
import { replaceFile } from '../replace-file.ts'

/** With the period itself, a year of months. */
const PERIODS_BEFORE = 11

export const dashboardCommand: Command = {
  name: 'dashboard',
  summary: 'Writes a page of a bill for each team, and one for all: costs, values, budgets, what changed.',
  operands: 'FILE...',
  options: {
    ...BILL_OPTIONS,
    out: { description: 'folder to write the pages to, over what is there', value: 'FOLDER' },
  },
  examples: [
    'ascribe dashboard exports/*.parquet --period 2026-10 --out dashboards',
    'ascribe dashboard bill.csv --period 2026-10 --volumes predictions.csv --out dashboards',
  ],
  details: `FILE is a billing export, as of ascribe report. FOLDER gets index.html and a file for each team; each is whole by
itself, asks the network for nothing and is readable without its script. With a month as the period, up to eleven
months before it are shown beside it, where the bill reaches back.
Exit codes: 0 done, 2 wrong usage, 3 failure.`,
  run: async (args, terminal) => {
    const folder = args.option('out')
    if (folder === undefined) throw new UsageError('where to is not said. expected --out FOLDER')
    const { report, bill, earlier, config, further } = await readBillReport(
      args,
      PERIODS_BEFORE,
      dashboardQueries,
    )
    const pages = dashboardPages(report, bill, earlier, config, further[0])
    write(folder, pages)
    terminal.print(pages.map(({ name }) => `${path.join(folder, name)}\n`).join(''))
    return EXIT.nothingFound
  },
}

function write(folder: string, pages: readonly DashboardPage[]): void {
  try {
    mkdirSync(folder, { recursive: true })
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error
    throw new ConfigurationError(`"${folder}" cannot be written: ${error.message}`)
  }
  for (const { name, text } of pages) replaceFile(path.join(folder, name), text)
}
