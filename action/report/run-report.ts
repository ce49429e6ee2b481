import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import * as core from '@actions/core'
import { dashboardPages, dashboardQueries } from '../../cli/dashboard-pages.ts'
import { type ReadBillReport, readBillReport } from '../../cli/read-bill-report.ts'
import { type AnomalyReport, type Chargeback, ConfigurationError, renderers } from '../../core/index.ts'
import type { Situation } from '../event.ts'
import { openGitHub } from '../github/client.ts'
import { inGroup, log } from '../log.ts'
import { billFiles } from './bill-files.ts'
import type { ReportInputs } from './inputs.ts'
import { keepIssues } from './keep-issues.ts'
import { periodOf, readAnomalies } from './read-anomalies.ts'
import { recordsOf } from './records.ts'
import { tellNew } from './tell-new.ts'
import { wantedIssues } from './wanted-issues.ts'

/** With the period itself, a year of months in the dashboards. */
const PERIODS_BEFORE = 11

/** Reports on the bill: a folder of files, the job summary, issues, a message. A bill fails nobody's job. */
export async function runReport(situation: Situation, inputs: ReportInputs): Promise<void> {
  const { workspace } = situation
  const folder = inside(workspace, inputs.path)
  const files = billFiles(inputs.bill, workspace)
  const { anomalies, read } = await inGroup('Read the bill', async () => {
    log(`${files.length} ${files.length === 1 ? 'file' : 'files'}`)
    const at = (file: string) => path.resolve(workspace, file)
    const states = inputs.states.map(at)
    const found = await readAnomalies(files, folder, inputs.changes && at(inputs.changes), states)
    const period = inputs.period ?? periodOf(found)
    const volumes = inputs.volumes && at(inputs.volumes)
    return { anomalies: found, read: await readPeriod(files, { config: folder, period, volumes }, states) }
  })
  const { report } = read
  const state = inputs.state && path.resolve(workspace, inputs.state)
  const records = recordsOf(read, state, situation.run)
  core.setOutput('report-folder', writeFiles(read, anomalies, records, situation))
  core.setOutput('anomalies', String(anomalies.anomalies.length))
  core.setOutput('untagged', String(report.untagged.listed.length))
  const { share } = report.coverage
  core.setOutput('coverage', share === undefined ? '' : (share * 100).toFixed(1))
  await core.summary
    .addRaw(`${renderers.report.markdown(report, PLAIN)}\n${renderers.anomalies.markdown(anomalies, PLAIN)}`)
    .write()
  await inGroup('Tell', async () => {
    const github = inputs.issues ? openGitHub(inputs.token, situation) : undefined
    if (github) {
      const wanted = wantedIssues(anomalies, report, situation.run.url)
      await keepIssues(github, inputs.author, situation.run, wanted)
    }
    await tellNew(anomalies, situation, inputs)
  })
}

/** The same as `ascribe report`, asked as its command line asks. */
function readPeriod(
  files: readonly string[],
  options: Readonly<Record<string, string | undefined>>,
  states: readonly string[],
): Promise<ReadBillReport> {
  return readBillReport(
    {
      operands: files,
      option: (name) => options[name],
      all: (name) => (name === 'state' ? states : []),
      flag: () => false,
    },
    PERIODS_BEFORE,
    dashboardQueries,
  )
}

function writeFiles(
  { report, bill, earlier, config, further }: ReadBillReport,
  anomalies: AnomalyReport,
  records: Chargeback,
  { temporary }: Situation,
): string {
  const folder = path.join(temporary, 'ascribe', 'report')
  mkdirSync(folder, { recursive: true })
  const files: Readonly<Record<string, string>> = {
    'report.json': renderers.report.json(report, PLAIN),
    'report.txt': renderers.report.terminal(report, WIDE),
    'chargeback.csv': renderers.chargeback.csv(records, PLAIN),
    'chargeback.json': renderers.chargeback.json(records, PLAIN),
    'anomalies.json': renderers.anomalies.json(anomalies, PLAIN),
    'anomalies.md': renderers.anomalies.markdown(anomalies, PLAIN),
    ...Object.fromEntries(
      dashboardPages(report, bill, earlier, config, further[0]).map(({ name, text }) => [name, text]),
    ),
  }
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text)
  log(`${Object.keys(files).join(', ')} in ${folder}`)
  return folder
}

function inside(workspace: string, folder: string): string {
  const full = path.resolve(workspace, folder)
  if (full === workspace || full.startsWith(workspace + path.sep)) return full
  throw new ConfigurationError(`path "${folder}" leaves the workspace. expected a folder in it`)
}

const PLAIN = { colour: false, width: 80 }
const WIDE = { colour: false, width: 120 }
