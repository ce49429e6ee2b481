import type { Config } from '../config/config.ts'
import type { Finding } from '../domain/finding.ts'
import type { InspectedTree } from '../inspect/inspect.ts'
import { checkStanding } from '../review/check-standing.ts'
import type { FoundConfig } from '../settings/find-config.ts'
import type { PlacedConfig } from '../settings/placed-config.ts'
import { underNamesOf } from '../settling/baseline-renamer.ts'
import { exemptionFindings, exemptionsOf } from '../settling/exemptions-of-tree.ts'
import { baselineThatJudges, type FoundBaseline, findBaseline } from '../settling/find-baseline.ts'
import type { Problem } from '../source/problem.ts'
import type { SourceTree } from '../source/source-tree.ts'
import { named, type ProjectRenames } from './rename-projects.ts'
import type { ChangeJudge } from './settle-change.ts'

/** One side of a change as it is judged. */
export interface SideToJudge {
  readonly tree: SourceTree
  readonly inspected: InspectedTree
  /** The configuration that it holds itself. */
  readonly found: FoundConfig
  /** The judge's, as it is placed for this side. */
  readonly placed: PlacedConfig
}

/**
 * Who decides which findings count: the base side's baseline, exemptions and comments; the head side's own where the
 * change brings the first `ascribe.yml`.
 */
export function judgeOf(
  base: SideToJudge,
  head: SideToJudge,
  {
    config,
    below,
    today,
    renames,
  }: {
    readonly config: Config
    readonly below: string
    readonly today: string | undefined
    /** The base side is inspected under these names; its baseline is written under the old ones. */
    readonly renames: ProjectRenames
  },
): { readonly judge: ChangeJudge; readonly problems: readonly Problem[] } {
  const judgesItself = !base.found.isWritten && head.found.isWritten
  const before = findBaseline(base.tree, base.found.directory)
  const after = findBaseline(head.tree, head.found.directory)
  const judging = baselineThatJudges(judgesItself ? after : before)
  const entriesOf = ({ inspected, found }: SideToJudge, { entries }: FoundBaseline) =>
    below === found.directory ? underNamesOf(inspected, entries) : entries
  const sideOf = (side: SideToJudge, baseline: FoundBaseline) => ({
    tree: side.inspected,
    exemptions: exemptionsOf(side.inspected, side.placed),
    baseline: entriesOf(side, baseline),
    baselineSource: baseline.source,
    findings: ownFindings(side, config, below, today),
  })
  const isSame = before.source?.text === after.source?.text
  return {
    judge: {
      config,
      judgesItself,
      today,
      base: sideOf(base, { ...before, entries: before.entries.map((entry) => named(entry, renames)) }),
      head: sideOf(head, after),
      headRules: exemptionsOf(head.inspected, head.found),
    },
    problems: [...judging.problems, ...(isSame || judging === after ? [] : after.problems)],
  }
}

/** What is wrong with the exemptions that a side states itself: it is there that they are mended. */
function ownFindings(
  { inspected, found }: SideToJudge,
  { severities }: Config,
  below: string,
  today: string | undefined,
): readonly Finding[] {
  return exemptionFindings(inspected, exemptionsOf(inspected, found), {
    severities,
    today,
    isWhole: below === found.directory,
    further:
      found.config.exemptions.length > 0 ? checkStanding(inspected.resources, found.config, today) : [],
  })
}
