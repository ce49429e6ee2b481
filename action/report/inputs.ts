import * as core from '@actions/core'
import { ConfigurationError, readPeriod } from '../../core/index.ts'

/** What a workflow that reports on the bill asks for, checked. */
export interface ReportInputs {
  readonly token: string
  /** The folder whose ascribe.yml holds, from the workspace. */
  readonly path: string
  /** Files, folders and patterns, from the workspace. */
  readonly bill: readonly string[]
  /** `2026-10`; undefined for the month of the last complete day. */
  readonly period: string | undefined
  readonly volumes: string | undefined
  readonly changes: string | undefined
  /** What `terraform show -json` has printed. */
  readonly states: readonly string[]
  /** Where what is remembered lies; undefined to remember nothing. */
  readonly state: string | undefined
  readonly issues: boolean
  /** The account that issues are made by. */
  readonly author: string
  /** The environment variable that holds a webhook's address. */
  readonly webhookVariable: string | undefined
}

const ON_OFF = ['off', 'on'] as const
const SECRET_ENOUGH = 4

export function readReportInputs(): ReportInputs {
  const token = core.getInput('github-token')
  if (token.length >= SECRET_ENOUGH) core.setSecret(token)
  const bill = core.getMultilineInput('bill')
  if (bill.length === 0)
    throw new ConfigurationError('mode "report" needs bill: files, folders or patterns of a billing export')
  const issues = core.getInput('issues') || 'off'
  if (!ON_OFF.some((choice) => choice === issues))
    throw new ConfigurationError(`issues "${issues}" is unknown. expected one of ${ON_OFF.join(', ')}`)
  const period = core.getInput('period') || undefined
  if (period !== undefined && !readPeriod(period))
    throw new ConfigurationError(`period "${period}" is none. expected e.g. 2026-10 or 2026-Q4`)
  return {
    token,
    path: core.getInput('path') || '.',
    bill,
    period,
    volumes: core.getInput('volumes') || undefined,
    states: core.getMultilineInput('terraform-state'),
    changes: core.getInput('changes') || undefined,
    state: core.getInput('state') || undefined,
    issues: issues === 'on',
    author: core.getInput('comment-author') || 'github-actions[bot]',
    webhookVariable: core.getInput('webhook-url-env') || undefined,
  }
}
