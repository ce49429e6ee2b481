import { isNothingEnforced } from './config/enforcement.ts'
import { type Finding, SEVERITIES, type Severity } from './domain/finding.ts'
import { NO_BASELINE } from './exemptions/baseline.ts'
import { enforcementNotices } from './exemptions/enforce.ts'
import { type InspectedTree, inspect } from './inspect/inspect.ts'
import type { PriceBook } from './pricing/price-book.ts'
import { type ProjectPlan, placePlans } from './projects/plans.ts'
import { checkStanding } from './review/check-standing.ts'
import { costsMoneyIn } from './review/compare.ts'
import type { EnforcementNotice } from './review/settled.ts'
import { type FoundConfig, findConfig, whatJudges } from './settings/find-config.ts'
import { otherConfigs } from './settings/other-configs.ts'
import { priceProblems, pricesFor } from './settings/prices-for.ts'
import { usageProblems } from './settings/usage-problems.ts'
import { baselineRenamer, underNamesOf } from './settling/baseline-renamer.ts'
import { exemptionFindings, exemptionsOf } from './settling/exemptions-of-tree.ts'
import { baselineThatJudges, findBaseline } from './settling/find-baseline.ts'
import { settleStanding } from './settling/settle-standing.ts'
import type { SourceTree } from './source/source-tree.ts'

export interface CheckResult {
  readonly inspection: InspectedTree
  /** Findings that exemptions or the baseline accept; each says why. */
  readonly accepted: readonly Finding[]
  /** Where findings fail nothing (yet). */
  readonly enforcement: readonly EnforcementNotice[]
  /** Findings about what costs money, or may, and about the money of the whole; the free is left alone. */
  readonly findings: readonly Finding[]
  /** Whether nothing fails on this day, whatever is found. */
  readonly reportsOnly: boolean
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

export interface CheckOptions {
  /** Whether the findings of the baseline are accepted. Default: true. */
  readonly baseline?: boolean
}

/** Checks all that lies at or below a folder of a tree, as it stands; projects of `plans` as they will be. */
export function check(
  tree: SourceTree,
  below: string,
  prices: PriceBook,
  plans: readonly ProjectPlan[] = [],
  today?: string,
  { baseline: usesBaseline = true }: CheckOptions = {},
): CheckResult {
  const found = whatJudges(findConfig(tree, below))
  const { config, directory, isWritten } = found
  const baseline = usesBaseline ? baselineThatJudges(findBaseline(tree, directory)) : NO_BASELINE
  const looked = look(tree, found, below, prices, plans, today)
  const inspection = { ...looked, problems: [...baseline.problems, ...looked.problems] }
  // Of a part of the tree it is not known which projects are gone.
  const isWhole = below === directory
  const entries = isWhole ? underNamesOf(inspection, baseline.entries) : baseline.entries
  const standing = checkStanding(inspection.resources, config, today)
  const exemptions = exemptionsOf(inspection, found)
  const own = exemptionFindings(inspection, exemptions, {
    severities: config.severities,
    isWhole,
    today,
    further: standing,
  })
  const { findings, accepted } = settleStanding(
    [...inspection.findings.filter(costsMoneyIn(inspection)), ...standing, ...own],
    exemptions,
    {
      baseline: entries,
      rename: baselineRenamer(entries, inspection),
      enforcement: config.enforcement,
      today,
    },
  )
  const enforcement = enforcementNotices(config.enforcement, today)
  const reportsOnly = isNothingEnforced(config.enforcement, today)
  return { inspection, findings, accepted, enforcement, reportsOnly, isConfigured: isWritten }
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
    ...priceProblems(prices, tree, own, today),
    ...otherConfigs(
      tree,
      found,
      inspected.resources.map(
        ({ resource: { range, moduleCalls } }) => (moduleCalls[0]?.range ?? range).source.path,
      ),
    ),
    ...inspected.problems,
  ]
  return { ...inspected, problems }
}

/** Whether any finding is as severe as `limit`, or more. What is only shown reaches nothing. */
export function reaches(findings: readonly Finding[], limit: Severity): boolean {
  return findings.some(
    ({ severity, notEnforced }) =>
      notEnforced?.mode !== 'showback' && SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(limit),
  )
}
