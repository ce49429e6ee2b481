import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import {
  ConfigurationError,
  type Dashboard,
  dashboards,
  htmlDashboard,
  htmlTeamDashboard,
} from '../../core/index.ts'
import { type Command, UsageError } from '../command.ts'
import { EXIT } from '../exit-codes.ts'
import { BILL_OPTIONS, readBillReport } from '../read-bill-report.ts'

/** With the period itself, a year of months. */
const PERIODS_BEFORE = 11
const INDEX = 'index.html'

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
    const { report, bill, earlier, config } = await readBillReport(args, PERIODS_BEFORE)
    const all = dashboards(report, bill, earlier, config)
    const names = fileNames(all.teams.map(teamOf))
    const options = {
      colour: false,
      width: 80,
      indexFile: INDEX,
      fileOf: (team: string) => names.get(team),
    }
    const pages = [
      { name: INDEX, text: htmlDashboard(all, options) },
      ...all.teams.map((team) => ({
        name: names.get(teamOf(team))!,
        text: htmlTeamDashboard(team, options),
      })),
    ]
    write(folder, pages)
    terminal.print(pages.map(({ name }) => `${path.join(folder, name)}\n`).join(''))
    return EXIT.nothingFound
  },
}

const teamOf = ({ scope }: Dashboard): string => (scope.kind === 'team' ? scope.team : '')

/** Names come from tags: of each, only letters and digits become part of a path. */
function fileNames(teams: readonly string[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  const used = new Set<string>()
  for (const team of teams) {
    const plain = team
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '')
      .slice(0, 60)
    let name = `team-${plain}.html`
    for (let again = 2; used.has(name); again++) name = `team-${plain}-${again}.html`
    used.add(name)
    names.set(team, name)
  }
  return names
}

function write(folder: string, pages: readonly { readonly name: string; readonly text: string }[]): void {
  try {
    mkdirSync(folder, { recursive: true })
    for (const { name, text } of pages) writeFileSync(path.join(folder, name), text)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error
    throw new ConfigurationError(`"${folder}" cannot be written: ${error.message}`)
  }
}
