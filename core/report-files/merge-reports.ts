import { ConfigurationError } from '../domain/configuration-error.ts'
import { sum } from '../domain/money.ts'
import { BREAKDOWNS, byChange } from '../review/breakdown.ts'
import type { Review } from '../review/review.ts'
import { addChanges, mergeGroups, mergeModelPhases, mergeOwned, mergeSharing } from './merge-groups.ts'
import { mergeApproval, mergeBudgets, mergeCoverage, mergeEconomics } from './merge-standing.ts'
import { mergeVerdict } from './merge-verdict.ts'
import { mergeAccepted } from './to-accepted.ts'

/** A report and the name of its file, for messages. */
export interface NamedReport {
  readonly name: string
  readonly review: Review
}

/**
 * The reports of several jobs on one change, each of a part of the repository, as one review: money is added up, the
 * worst verdict holds. Throws a `ConfigurationError` where they are not of one change and one price book, or where a
 * resource is in two of them, whose money would count twice. One report stays as it is.
 */
export function mergeReports(reports: readonly NamedReport[]): Review {
  const [first, ...others] = reports
  if (!first) throw new ConfigurationError('there is no report to show')
  if (others.length === 0) return first.review
  for (const other of others) mustBeOfOneChange(first, other)
  mustBeApart(reports)
  const all = reports.map(({ review }) => review)
  const findings = {
    new: all.flatMap((review) => review.findings.new),
    existing: all.flatMap((review) => review.findings.existing),
    fixed: all.flatMap((review) => review.findings.fixed),
  }
  const total = addChanges(all.map((review) => review.total))
  const resources = all.flatMap((review) => review.resources).sort(byChange(({ address }) => address))
  const notPriced = all.flatMap((review) => review.notPriced)
  const notLoaded = all.flatMap((review) => review.notLoaded)
  const budgets = mergeBudgets(all)
  const by = Object.fromEntries(
    BREAKDOWNS.map((dimension) => [dimension, mergeGroups(all.flatMap((review) => review.by[dimension]))]),
  ) as Review['by']
  return {
    base: first.review.base,
    head: first.review.head,
    total,
    resources,
    by,
    owned: mergeOwned(all),
    sharing: mergeSharing(all),
    budgets,
    economics: mergeEconomics(all),
    approval: mergeApproval(all),
    modelPhases: mergeModelPhases(all),
    coverage: mergeCoverage(all),
    findings,
    ...mergeAccepted(all),
    notPriced,
    inexact: sum(all.map((review) => review.inexact)),
    assumptions: distinct(all.flatMap((review) => review.assumptions)),
    notLoaded,
    problems: all.flatMap((review) => review.problems),
    prices: first.review.prices,
    notes: [
      ...distinct(all.flatMap((review) => review.notes)),
      `Added up from ${all.length} reports; each has split its own shared costs.`,
    ],
    verdict: mergeVerdict(all, { findings, budgets, changed: resources, notPriced, notLoaded }),
    suggestions: all.flatMap((review) => review.suggestions).sort((a, b) => b.saves - a.saves),
  }
}

function mustBeOfOneChange(one: NamedReport, other: NamedReport): void {
  const facts = ({ review: { base, head, prices } }: NamedReport) => ({
    base,
    head,
    'price book': `${prices.version} of ${prices.date}`,
    currency: prices.currency,
  })
  const [mine, theirs] = [facts(one), facts(other)]
  for (const fact of ['base', 'head', 'price book', 'currency'] as const)
    if (mine[fact] !== theirs[fact])
      throw new ConfigurationError(
        `the reports "${one.name}" and "${other.name}" are not of one change: ${fact} "${mine[fact]}" and "${theirs[fact]}"`,
      )
}

function mustBeApart(reports: readonly NamedReport[]): void {
  const holders = new Map<string, NamedReport>()
  for (const report of reports) {
    const { resources, findings } = report.review
    for (const { project, address } of [...resources, ...findings.new, ...findings.existing]) {
      const key = JSON.stringify([project, address])
      const holder = holders.get(key) ?? report
      if (holder !== report)
        throw new ConfigurationError(
          `the reports "${holder.name}" and "${report.name}" both hold ${address} of ${project || 'the root'}: its money would count twice. expected reports of folders apart`,
        )
      holders.set(key, report)
    }
  }
}

const distinct = (texts: readonly string[]): readonly string[] => [...new Set(texts)]
