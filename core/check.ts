import { type Finding, SEVERITIES, type Severity } from './domain/finding.ts'
import { findConfig } from './find-config.ts'
import { type InspectedTree, inspect } from './inspect.ts'
import type { PriceBook } from './pricing/price-book.ts'
import { costsMoneyIn } from './review/compare.ts'
import type { SourceTree } from './source/source-tree.ts'

export interface CheckResult {
  readonly inspection: InspectedTree
  /** Findings about what costs money, or may; the free is left alone. */
  readonly findings: readonly Finding[]
  /** Whether there is an `ascribe.yml`. */
  readonly isConfigured: boolean
}

/** Checks all that lies at or below a folder of a tree, as it stands. */
export function check(tree: SourceTree, below: string, prices: PriceBook): CheckResult {
  const found = findConfig(tree, below)
  const inspected = inspect(tree, { below, prices, placed: found })
  const inspection = { ...inspected, problems: [...found.problems, ...inspected.problems] }
  return {
    inspection,
    findings: inspection.findings.filter(costsMoneyIn(inspection)),
    isConfigured: found.isWritten,
  }
}

/** Whether any finding is as severe as `limit`, or more. */
export function reaches(findings: readonly Finding[], limit: Severity): boolean {
  return findings.some(({ severity }) => SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(limit))
}
