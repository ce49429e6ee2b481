import path from 'node:path'
import { BillError } from '../../bills/open-bill.ts'
import { postWebhook } from '../../bills/post-webhook.ts'
import { type Anomaly, type AnomalyReport, renderers } from '../../core/index.ts'
import type { Situation } from '../event.ts'
import { log, note } from '../log.ts'
import type { ReportInputs } from './inputs.ts'
import { readState, writeState } from './state.ts'
import { anomalyId } from './wanted-issues.ts'

/**
 * Posts what the run before did not know to the webhook, and remembers what is known now. Without a state folder every run
 * tells all; with one, an anomaly is told once.
 */
export async function tellNew(
  report: AnomalyReport,
  { run, workspace }: Situation,
  { state, webhookVariable }: ReportInputs,
): Promise<void> {
  const folder = state && path.resolve(workspace, state)
  const known = folder ? readState(folder) : undefined
  const ongoing = report.anomalies.filter(({ isOngoing }) => isOngoing)
  const fresh = ongoing.filter((anomaly) => known?.told[anomalyId(anomaly)] === undefined)
  const isTold =
    webhookVariable === undefined || (await post({ ...report, anomalies: fresh }, webhookVariable))
  if (!folder || !isTold) return
  const { number, attempt } = run
  writeState(folder, {
    version: 1,
    run: { number, attempt },
    asOf: report.asOf,
    told: told(ongoing, known?.told ?? {}),
  })
}

/** What is over is forgotten: it is told again where it comes back. */
function told(
  ongoing: readonly Anomaly[],
  before: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const ids = ongoing.map((anomaly) => [anomalyId(anomaly), anomaly.since] as const)
  return Object.fromEntries(ids.map(([id, since]) => [id, before[id] ?? since]))
}

/** Whether it was told. What was not is told by the next run. */
async function post(report: AnomalyReport, variable: string): Promise<boolean> {
  if (report.anomalies.length === 0) {
    log('nothing new to post')
    return true
  }
  try {
    await postWebhook(renderers.anomalies.slack(report, { colour: false, width: 80 }), variable, process.env)
    log(`${report.anomalies.length} posted to the webhook`)
    return true
  } catch (error) {
    if (!(error instanceof BillError)) throw error
    note(`Not posted: ${error.message}.`)
    return false
  }
}
