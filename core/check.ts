import { type Finding, SEVERITIES, type Severity } from './domain/finding.ts'
import { type FoundConfig, findConfig, whatJudges } from './find-config.ts'
import { type InspectedTree, inspect } from './inspect.ts'
import { type ProjectPlan, placePlans } from './plans.ts'
import { priceProblems, pricesFor } from './prices-for.ts'
import type { PriceBook } from './pricing/price-book.ts'
import { checkStanding } from './review/check-standing.ts'
import { costsMoneyIn } from './review/compare.ts'
import type { SourceTree } from './source/source-tree.ts'
import { usageProblems } from './usage-problems.ts'

export interface CheckResult {
  readonly inspection: InspectedTree
  /** Findings about what costs money, or may, and about the money of the whole; the free is left alone. */
  readonly findings: readonly Finding[]
  /** Whether there is an `ascribe.yml`. */
  readonly isConfigured: boolean
}

/**
 * What Ascribe sees at or below a folder of a tree, by the `ascribe.yml` that holds there. `today` is an ISO date:
 * without it, nothing is past.
 */
export function inspectTree(
  tree: SourceTree,
  below: string,
  prices: PriceBook,
  plans: readonly ProjectPlan[] = [],
  today?: string,
): InspectedTree {
  return look(tree, whatJudges(findConfig(tree, below)), below, prices, plans, today)
}

/** Checks all that lies at or below a folder of a tree, as it stands; projects of `plans` as they will be. */
export function check(
  tree: SourceTree,
  below: string,
  prices: PriceBook,
  plans: readonly ProjectPlan[] = [],
  today?: string,
): CheckResult {
  const found = whatJudges(findConfig(tree, below))
  const inspection = look(tree, found, below, prices, plans, today)
  const findings = [
    ...inspection.findings.filter(costsMoneyIn(inspection)),
    ...checkStanding(inspection.resources, found.config, today),
  ]
  return { inspection, findings, isConfigured: found.isWritten }
}

function look(
  tree: SourceTree,
  found: FoundConfig,
  below: string,
  prices: PriceBook,
  plans: readonly ProjectPlan[],
  today: string | undefined,
): InspectedTree {
  const own = found.config.prices
  const inspected = inspect(tree, {
    below,
    prices: pricesFor(prices, tree, own),
    placed: found,
    today,
    plans: placePlans(plans, 'after', tree, below, found),
  })
  const problems = [
    ...found.problems,
    // A part of the tree cannot tell what the whole of it has no use for.
    ...(below === found.directory ? usageProblems(found.usage, inspected.resources) : []),
    ...priceProblems(prices, tree, own),
    ...inspected.problems,
  ]
  return { ...inspected, problems }
}

/** Whether any finding is as severe as `limit`, or more. */
export function reaches(findings: readonly Finding[], limit: Severity): boolean {
  return findings.some(({ severity }) => SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(limit))
}
