import * as core from '@actions/core'
import { ConfigurationError } from '../core/index.ts'
import { readSituation } from './event.ts'
import { type Inputs, readInputs, readMode } from './inputs.ts'
import { harmless } from './log.ts'
import { readReportInputs } from './report/inputs.ts'
import { runReport } from './report/run-report.ts'
import { reviewHere } from './review-here.ts'
import { showReports } from './show-reports.ts'

run().catch((error: unknown) => {
  core.setFailed(harmless(error instanceof ConfigurationError ? error.message : unexpected(error)))
})

async function run(): Promise<void> {
  const situation = readSituation()
  if (readMode() === 'report') return runReport(situation, readReportInputs())
  const inputs: Inputs = readInputs()
  await (inputs.reports.length === 0 ? reviewHere(situation, inputs) : showReports(situation, inputs))
}

/** A mistake in Ascribe: its stack goes to the log of whoever turns on debug logging. */
function unexpected(error: unknown): string {
  core.debug(harmless(error instanceof Error ? (error.stack ?? error.message) : String(error)))
  return `Ascribe failed, which is a mistake in Ascribe: ${error instanceof Error ? error.message : String(error)}. Please open an issue`
}
