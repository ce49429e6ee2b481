import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import * as core from '@actions/core'
import { type Review, renderers, toDollars } from '../core/index.ts'
import type { Situation } from './event.ts'

/** Sets what later steps may use: scalars, and the path of the JSON report. */
export function setOutputs({ total, coverage, findings, verdict }: Review): void {
  const { share } = coverage.after
  const fresh = findings.new.filter(({ severity }) => severity !== 'hint')
  core.setOutput('verdict', verdict.status)
  core.setOutput('monthly-delta', toDollars(total.delta).toFixed(2))
  core.setOutput('monthly-total', toDollars(total.after).toFixed(2))
  core.setOutput('coverage', share === undefined ? '' : (share * 100).toFixed(1))
  core.setOutput('violations', String(fresh.length))
  core.setOutput('partial', String(verdict.partial))
}

/** Writes the JSON report for the steps and jobs that come after. */
export function writeReport(review: Review, { temporary }: Situation, commentId: string): void {
  const folder = path.join(temporary, 'ascribe')
  mkdirSync(folder, { recursive: true })
  const file = path.join(folder, `${commentId}.json`)
  writeFileSync(file, renderers.review.json(review, { colour: false, width: 80 }))
  core.setOutput('report-path', file)
}
