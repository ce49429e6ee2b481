import { check } from './check.ts'
import { type CurrencyCode, signOf } from './domain/currency.ts'
import type { Finding } from './domain/finding.ts'
import type { Usd } from './domain/money.ts'
import { BASELINE_FILE_NAME, type BaselineEntry, baselineText, isRecorded } from './exemptions/baseline.ts'
import { nextBaseline } from './exemptions/next-baseline.ts'
import type { PriceBook } from './pricing/price-book.ts'
import { amountText } from './render/amounts/amount.ts'
import { counted } from './render/text/counted.ts'
import { stakeOf } from './review/stake.ts'
import { findConfig } from './settings/find-config.ts'
import { baselineRenamer, underNamesOf } from './settling/baseline-renamer.ts'
import { baselineThatJudges, findBaseline } from './settling/find-baseline.ts'
import type { Problem } from './source/problem.ts'
import { joinPath, type SourceTree } from './source/source-tree.ts'

/** What a baseline is to become. */
export interface RecordedBaseline {
  /** From the tree's root. */
  readonly path: string
  /** What the file is to hold. */
  readonly text: string
  /** Whether it holds that already. */
  readonly isCurrent: boolean
  readonly entries: number
  /** What the resources of all findings in it cost a month. */
  readonly monthlyCost: Usd
  readonly added: readonly Finding[]
  readonly dropped: readonly BaselineEntry[]
  /** What cannot be read: nothing in it is known to be fixed. */
  readonly problems: readonly Problem[]
  /** Of `monthlyCost`. */
  readonly currency: CurrencyCode
}

/**
 * The baseline of all that the `ascribe.yml` at or above a folder is about; with `onlyDrop`, the one that is there
 * without what was fixed.
 */
export function recordBaseline(
  tree: SourceTree,
  below: string,
  prices: PriceBook,
  { onlyDrop, today }: { readonly onlyDrop: boolean; readonly today: string },
): RecordedBaseline {
  const { directory } = findConfig(tree, below)
  const before = baselineThatJudges(findBaseline(tree, directory))
  const { inspection, findings } = check(tree, directory, prices, [], today, { baseline: false })
  const problems = [...before.problems, ...inspection.problems].filter(({ severity }) => severity === 'error')
  const entries = underNamesOf(inspection, before.entries)
  const next = nextBaseline(entries, findings, {
    rename: baselineRenamer(entries, inspection),
    notLoaded: inspection.notLoaded,
    isPartial: problems.length > 0,
    onlyDrop,
  })
  const added = new Set(next.added)
  const text = baselineText(next.entries)
  return {
    ...next,
    path: joinPath(directory, BASELINE_FILE_NAME),
    text,
    isCurrent: before.source?.text === text,
    entries: next.entries.length,
    monthlyCost: stakeOf(findings.filter((one) => isRecorded(one) && !(onlyDrop && added.has(one)))),
    problems,
    currency: inspection.prices.currency,
  }
}

/** What a command says of it: `ascribe.baseline.json is written: 412 findings, $38,210/month; 400 added, 3 fixed`. */
export function baselineSummary(
  { entries, monthlyCost, currency, added, dropped, isCurrent }: RecordedBaseline,
  {
    file,
    isWritten,
    onlyDrop,
  }: { readonly file: string; readonly isWritten: boolean; readonly onlyDrop: boolean },
): string {
  const about = `${counted(entries, 'finding')}, ${amountText(monthlyCost, signOf(currency))}/month`
  if (isCurrent) return `${file} is up to date: ${about}`
  const changes = [
    ...(added.length > 0 && !onlyDrop ? [`${counted(added.length, 'new finding')}`] : []),
    ...(dropped.length > 0 ? [`${dropped.length} fixed`] : []),
  ].join(', ')
  const what = changes === '' ? 'in another order or spelling' : changes
  return isWritten ? `${file} is written: ${about} (${what})` : `${file} is not up to date: ${what}`
}
