import { csvBillReport } from './csv/bill-report.ts'
import { csvChargeback } from './csv/chargeback.ts'
import { focusChargeback } from './csv/focus-chargeback.ts'
import { csvInspect } from './csv/inspect.ts'
import { csvReview } from './csv/review.ts'
import { htmlModelCard } from './html/model-card.ts'
import { htmlReview } from './html/review.ts'
import { jsonAnomalies } from './json/anomalies.ts'
import { jsonBehindRecord } from './json/behind-record.ts'
import { jsonBillReport } from './json/bill-report.ts'
import { jsonChargeback } from './json/chargeback.ts'
import { jsonCheck } from './json/check.ts'
import { jsonExplanation } from './json/explanation.ts'
import { jsonInspect } from './json/inspect.ts'
import { jsonReconciliation } from './json/reconciliation.ts'
import { jsonReview } from './json/review.ts'
import { junitCheck } from './junit/check.ts'
import { junitReview } from './junit/review.ts'
import { markdownAnomalies } from './markdown/anomalies.ts'
import { markdownBillReport } from './markdown/bill-report.ts'
import { markdownModelCard } from './markdown/model-card.ts'
import { markdownReview } from './markdown/review.ts'
import { sarifCheck } from './sarif/check.ts'
import { sarifReview } from './sarif/review.ts'
import { terminalAnomalies } from './terminal/anomalies.ts'
import { terminalBehindRecord } from './terminal/behind-record.ts'
import { terminalBillReport } from './terminal/bill-report.ts'
import { terminalChargeback } from './terminal/chargeback.ts'
import { terminalCheck } from './terminal/check.ts'
import { terminalExplanation } from './terminal/explanation.ts'
import { terminalInspect } from './terminal/inspect.ts'
import { terminalReconciliation } from './terminal/reconciliation.ts'
import { terminalReview } from './terminal/review.ts'
import { webhookAnomalies } from './webhook/anomalies.ts'

/** Of `ascribe report --card`. */
export const modelCardRenderers = { markdown: markdownModelCard, html: htmlModelCard } as const

/** Of `ascribe chargeback --explain`. */
export const behindRecordRenderers = { terminal: terminalBehindRecord, json: jsonBehindRecord } as const

export type { CheckReport } from './check-report.ts'
export type { RenderOptions } from './renderer.ts'

/** By command and format: the choices of `--format` come from here. The first is the default. */
export const renderers = {
  inspect: { terminal: terminalInspect, json: jsonInspect, csv: csvInspect },
  check: { terminal: terminalCheck, json: jsonCheck, sarif: sarifCheck, junit: junitCheck },
  review: {
    terminal: terminalReview,
    markdown: markdownReview,
    html: htmlReview,
    json: jsonReview,
    sarif: sarifReview,
    junit: junitReview,
    csv: csvReview,
  },
  report: {
    terminal: terminalBillReport,
    markdown: markdownBillReport,
    json: jsonBillReport,
    csv: csvBillReport,
  },
  chargeback: {
    terminal: terminalChargeback,
    csv: csvChargeback,
    json: jsonChargeback,
    focus: focusChargeback,
  },
  anomalies: {
    terminal: terminalAnomalies,
    markdown: markdownAnomalies,
    json: jsonAnomalies,
    slack: webhookAnomalies,
  },
  reconcile: { terminal: terminalReconciliation, json: jsonReconciliation },
  explain: { terminal: terminalExplanation, json: jsonExplanation },
} as const
