import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import * as core from '@actions/core'
import { inspectTree, isTagRule, type Review, renderers, toDollars } from '../core/index.ts'
import type { Analysis } from './analyse.ts'
import type { Situation } from './event.ts'
import { embeddedPriceBook } from './price-book.ts'
import { rulePage } from './rule-page.ts'

/** Sets what later steps may use: scalars, and the path of the JSON report. */
export function setOutputs({ total, coverage, findings, budgets, approval, verdict }: Review): void {
  const { share } = coverage.after
  const fresh = findings.new.filter(({ severity }) => severity !== 'hint')
  core.setOutput('verdict', verdict.status)
  core.setOutput('monthly-delta', toDollars(total.delta).toFixed(2))
  core.setOutput('monthly-total', toDollars(total.after).toFixed(2))
  core.setOutput('coverage', share === undefined ? '' : (share * 100).toFixed(1))
  core.setOutput('violations', String(fresh.filter(({ ruleId }) => isTagRule(ruleId)).length))
  core.setOutput('partial', String(verdict.partial))
  core.setOutput('over-budget', namesOver(budgets))
  core.setOutput('approval-needed', String(approval !== undefined))
  core.setOutput('approvers', (approval?.reviewers ?? []).join(' '))
}

/** The teams, models and environments beyond their budgets after the change; the repository by that word. */
function namesOver(budgets: Review['budgets']): string {
  const over = budgets.filter(({ level }) => level.after === 'over')
  return over.map(({ of, name }) => (of === 'repository' ? of : name)).join(' ')
}

/** Writes the report for the steps and jobs that come after: as JSON, and what stands on the head side as SARIF. */
export function writeReport(review: Review, situation: Situation, commentId: string): void {
  const json = renderers.review.json(review, PLAIN)
  core.setOutput('report-path', writeFile(`${commentId}.json`, json, situation))
  // Code scanning does not read baselineState: what is fixed would be an open alert.
  const standing = { ...review, findings: { ...review.findings, fixed: [] } }
  const sarif = renderers.review.sarif(standing, { ...PLAIN, rulePage })
  core.setOutput('sarif-path', writeFile(`${commentId}.sarif`, sarif, situation))
}

/** Writes everything that stands on the head side with its costs, tags and owners, changed or not. */
export function writeSnapshot(
  { tree, below, plans, today }: Analysis['headSide'],
  situation: Situation,
  commentId: string,
): void {
  const inspection = inspectTree(tree, below, embeddedPriceBook(), plans, today)
  const json = renderers.inspect.json(inspection, PLAIN)
  core.setOutput('snapshot-path', writeFile(`${commentId}.snapshot.json`, json, situation))
}

function writeFile(name: string, text: string, { temporary }: Situation): string {
  const folder = path.join(temporary, 'ascribe')
  mkdirSync(folder, { recursive: true })
  const file = path.join(folder, name)
  writeFileSync(file, text)
  return file
}

const PLAIN = { colour: false, width: 80 }
