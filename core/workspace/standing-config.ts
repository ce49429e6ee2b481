import type { PriceBook } from '../pricing/price-book.ts'
import { type FoundConfig, findConfig } from '../settings/find-config.ts'
import { isConfigFile, isIncludedIn, isOfBookOf, isSameConfig, pricedBy } from '../settings/watched-config.ts'
import { baselineForEditor, baselineLookup, type FileJudge } from '../settle-at-file.ts'
import { NOT_RECORDED } from '../settling/find-baseline.ts'
import type { UpkeepOptions } from './upkeep.ts'

/** The configuration that holds, with what it decides. */
export interface Standing {
  readonly found: FoundConfig
  readonly book: PriceBook
  /** Whether the baseline has a finding of a project. */
  readonly isKnown: FileJudge['isKnown']
}

export interface StandingConfig {
  /** As of the last time it was settled. */
  readonly standing: Standing | undefined
  invalidate(path: string, relisted: readonly string[]): void
  settle(): Standing
}

/** `changed` is told when another configuration holds than before, with the files in which its problems are. */
export function standingConfig(
  { tree, below, prices, today }: Pick<UpkeepOptions, 'tree' | 'below' | 'prices' | 'today'>,
  changed: (paths: readonly string[]) => void,
): StandingConfig {
  let standing: Standing | undefined
  let baseline = NOT_RECORDED
  let configIsKnown = false
  let bookIsKnown = true

  function settle(): Standing {
    if (standing && configIsKnown && bookIsKnown) return standing
    configIsKnown = true
    const before = standing?.found
    const after = findConfig(tree, below)
    const recorded = baselineForEditor(tree, after.directory)
    const isBaselineSame = recorded.source?.text === baseline.source?.text
    if (standing && bookIsKnown && isBaselineSame && isSameConfig(standing.found, after)) return standing
    baseline = recorded
    bookIsKnown = true
    const priced = pricedBy(after, prices, tree, today)
    const problems = [...after.problems, ...priced.problems, ...recorded.problems]
    standing = { found: { ...after, problems }, book: priced.book, isKnown: baselineLookup(recorded) }
    changed([
      ...[...(before?.problems ?? []), ...problems].map(({ range }) => range.source.path),
      ...[before?.source, after.source].flatMap((file) => file?.path ?? []),
    ])
    return standing
  }

  return {
    get standing() {
      return standing
    },
    settle,
    invalidate(path, relisted) {
      if (standing && isOfBookOf(standing.found, path)) bookIsKnown = false
      const isIncluded = standing && isIncludedIn(standing.found, path)
      if (isConfigFile(path) || isIncluded || relisted.length > 0) configIsKnown = false
    },
  }
}
