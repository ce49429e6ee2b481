import type { FailOn } from '../config/config.ts'
import type { Finding } from '../domain/finding.ts'
import { type BudgetUse, budgetSentence } from './budget-uses.ts'
import type { FindingChanges } from './compare-findings.ts'
import type { NotPriced, ResourceChange, Verdict } from './review.ts'

/** Above this share of changed resources without a figure, the estimate is called partial. */
const PARTIAL_ABOVE = 0.2

/** What a verdict is reached from. */
export interface Case {
  readonly findings: FindingChanges
  readonly budgets: readonly BudgetUse[]
  readonly failOn: FailOn
  readonly changed: readonly ResourceChange[]
  readonly notPriced: readonly NotPriced[]
  readonly notLoaded: number
}

/** Whether the change may be merged, by the base side's `fail-on`. */
export function verdict({ findings, budgets, failOn, changed, notPriced, notLoaded }: Case): Verdict {
  const errors = findings.new.filter(isError)
  const oldErrors = failOn === 'errors' ? findings.existing.filter(isError) : []
  const warnings = findings.new.filter(
    (finding) => finding.severity === 'warning' && !isBudget(finding) && !isShowback(finding),
  )
  const because: string[] = []
  const [tags, old] = [errors, oldErrors].map((some) => some.filter((finding) => !isBudget(finding)))
  if (tags!.length > 0) because.push(count(tags!, 'new tag violation'))
  if (old!.length > 0) because.push(count(old!, 'tag violation that was there before'))
  const told = new Set(
    [...findings.new, ...findings.existing]
      .filter((finding) => isBudget(finding) && !isShowback(finding))
      .map(({ range }) => range),
  )
  const reported = budgets.filter(({ range }) => told.has(range))
  const raised = reported.filter(({ cost }) => cost.delta > 0)
  const breached = new Set(
    [...findings.new, ...findings.existing]
      .filter((one) => isBudget(one) && isError(one))
      .map(({ range }) => range),
  )
  because.push(...raised.map(budgetSentence))
  if (warnings.length > 0) because.push(count(warnings, 'new warning'))
  if (notLoaded > 0) because.push(`${notLoaded} ${notLoaded === 1 ? 'module is' : 'modules are'} not loaded`)
  const fails = {
    'new-errors': errors.length > 0,
    errors: errors.length > 0 || oldErrors.length > 0,
    budget: raised.some(({ range }) => breached.has(range)),
    none: false,
  }[failOn]
  return {
    status: fails ? 'fail' : because.length > 0 ? 'warn' : 'pass',
    failOn,
    partial: isPartial(changed, notPriced) || notLoaded > 0,
    because,
  }
}

function isPartial(changed: readonly ResourceChange[], notPriced: readonly NotPriced[]): boolean {
  const costing = changed.filter(({ after }) => after && after.estimate.kind !== 'free')
  const without = notPriced.filter(
    ({ changed: is, part, kind, isMain }) => is && (part === undefined || isMain) && kind !== 'usageBased',
  )
  const resources = new Set(without.map(({ project, address }) => JSON.stringify([project, address])))
  return resources.size > PARTIAL_ABOVE * costing.length
}

const isError = ({ severity }: Finding): boolean => severity === 'error'
/** What is only shown warns of nothing. */
const isShowback = ({ notEnforced }: Finding): boolean => notEnforced?.mode === 'showback'
const isBudget = ({ ruleId }: Finding): boolean => ruleId === 'budget'

function count(findings: readonly Finding[], what: string): string {
  return `${findings.length} ${findings.length === 1 ? what : what.replace(/violation|warning/, '$&s').replace('that was', 'that were')}`
}
