import type { FailOn } from '../config/config.ts'
import type { Finding } from '../domain/finding.ts'
import type { FindingChanges } from './compare-findings.ts'
import type { NotPriced, ResourceChange, Verdict } from './review.ts'

/** Above this share of changed resources without a figure, the estimate is called partial. */
const PARTIAL_ABOVE = 0.2

/** Whether the change may be merged, by the base side's `fail-on`. */
export function verdict(
  findings: FindingChanges,
  failOn: FailOn,
  changed: readonly ResourceChange[],
  notPriced: readonly NotPriced[],
  notLoaded: number,
): Verdict {
  const errors = findings.new.filter(isError)
  const oldErrors = findings.existing.filter(isError)
  const warnings = [...findings.new].filter(({ severity }) => severity === 'warning')
  const because: string[] = []
  if (errors.length > 0) because.push(`${count(errors, 'new tag violation')}`)
  if (failOn === 'errors' && oldErrors.length > 0)
    because.push(count(oldErrors, 'tag violation that was there before'))
  const fails = because.length > 0 && failOn !== 'none'
  if (warnings.length > 0) because.push(count(warnings, 'new warning'))
  if (notLoaded > 0) because.push(`${notLoaded} ${notLoaded === 1 ? 'module is' : 'modules are'} not loaded`)
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
    ({ changed: is, part, kind }) => is && part === undefined && kind !== 'usageBased',
  )
  return without.length > PARTIAL_ABOVE * costing.length
}

function isError({ severity }: Finding): boolean {
  return severity === 'error'
}

function count(findings: readonly Finding[], what: string): string {
  return `${findings.length} ${findings.length === 1 ? what : what.replace(/violation|warning/, '$&s').replace('that was', 'that were')}`
}
