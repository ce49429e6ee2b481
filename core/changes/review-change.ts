import type { Config } from '../config/config.ts'
import { isNothingEnforced } from '../config/enforcement.ts'
import { NO_HELM } from '../config/helm.ts'
import { CONFIG_FILE_NAMES } from '../config/read-config.ts'
import { enforcementNotices } from '../exemptions/enforce.ts'
import { type InspectedTree, inspect } from '../inspect/inspect.ts'
import { rememberedManifests } from '../kubernetes/index.ts'
import type { PriceBook } from '../pricing/price-book.ts'
import { type PlacedPlan, type ProjectPlan, placePlans, planNotes, plansOfBase } from '../projects/plans.ts'
import { compare } from '../review/compare.ts'
import type { Review } from '../review/review.ts'
import { type FoundConfig, findConfig, whatJudges } from '../settings/find-config.ts'
import type { PlacedConfig } from '../settings/placed-config.ts'
import { priceProblems, pricesFor } from '../settings/prices-for.ts'
import { joinPath, type SourceTree } from '../source/source-tree.ts'
import { suggest } from '../suggestions/suggest.ts'
import { judgeOf } from './judge-change.ts'
import { projectRenames, renameNotes, underNewNames } from './rename-projects.ts'
import { settleChange } from './settle-change.ts'

/** One side of a change: its files, and what to call it. */
export interface ChangeSide {
  readonly label: string
  readonly tree: SourceTree
}

export interface ReviewOptions {
  /** Only what lies at or below this folder of both trees. */
  readonly below: string
  readonly prices: PriceBook
  /** In place of what the configuration says. */
  readonly failOn?: Config['failOn'] | undefined
  /** An ISO date: without it, nothing is too old. */
  readonly today?: string
  /** Whether cheaper ways to have what the change brings are looked for. */
  readonly suggest?: boolean
  /** Plans of the head side: read in place of their projects' files, on both sides unless `basePlans` has theirs. */
  readonly plans?: readonly ProjectPlan[]
  /** Plans of what the base side's files would make. */
  readonly basePlans?: readonly ProjectPlan[]
}

/**
 * Reviews a change. The base side's `ascribe.yml` decides about both sides, so that a change cannot loosen the rule
 * that judges it; a change that brings the first one is judged by its own.
 */
export function reviewChange(base: ChangeSide, head: ChangeSide, options: ReviewOptions): Review {
  const { below } = options
  const before = findConfig(base.tree, below)
  const after = findConfig(head.tree, below)
  const judge = whatJudges(before.isWritten ? before : after)
  const { enforcement } = judge.config
  const isReportOnly = !judge.isWritten || isNothingEnforced(enforcement, options.today)
  const failOn = options.failOn ?? (isReportOnly ? 'none' : judge.config.failOn)
  // A change may judge itself where nothing was there before; what may be run for it, it may not say.
  const helm = before.isWritten ? judge.config.helm : NO_HELM
  const config = { ...judge.config, failOn, helm }
  // One book for both sides: that of the side whose configuration decides.
  const judging = before.isWritten ? base.tree : head.tree
  const prices = pricesFor(options.prices, judging, config.prices)
  const placedFor = (tree: SourceTree, found: FoundConfig): PlacedConfig => {
    const projects = projectsOf({ ...judge, config }, found, tree)
    return { config: { ...config, projects }, directory: judge.directory, usage: judge.usage }
  }
  const [placedBefore, placedAfter] = [placedFor(base.tree, before), placedFor(head.tree, after)]
  const readFile = rememberedManifests()
  const look = (tree: SourceTree, placed: PlacedConfig, sidePlans: readonly PlacedPlan[]): InspectedTree =>
    inspect(tree, { below, prices, placed, plans: sidePlans, today: options.today, readFile })
  const plans = placePlans(options.plans ?? [], 'after', head.tree, below, placedAfter)
  const basePlans = plansOfBase(
    placePlans(options.basePlans ?? [], 'after', base.tree, below, placedBefore),
    plans,
  )
  const looked = look(head.tree, placedAfter, plans)
  const underOldNames = look(base.tree, placedBefore, basePlans)
  const renames = projectRenames(underOldNames, looked)
  const lookedBefore = underNewNames(underOldNames, renames)
  const { judge: settling, problems: inBaseline } = judgeOf(
    { tree: base.tree, inspected: lookedBefore, found: before, placed: placedBefore },
    { tree: head.tree, inspected: looked, found: after, placed: placedAfter },
    { config, below, today: options.today, renames },
  )
  const headSide = {
    ...looked,
    problems: [
      ...judge.problems,
      ...priceProblems(options.prices, judging, config.prices, options.today),
      ...inBaseline,
      ...looked.problems,
    ],
  }
  const compared = compare(
    { label: base.label, inspection: lookedBefore },
    { label: head.label, inspection: headSide },
    config,
    looked.moves,
    [
      ...notesOn(before, after, base, head, options.failOn),
      ...planNotes(basePlans, plans),
      ...renameNotes(renames),
    ],
    options.today,
    settleChange(settling),
  )
  const review = { ...compared, enforcement: enforcementNotices(enforcement, options.today) }
  if (!options.suggest) return review
  const brought = review.resources.flatMap(({ action, after }) =>
    after && action !== 'no-op' ? [after] : [],
  )
  return { ...review, suggestions: suggest(brought, prices) }
}

/**
 * The projects of a side: those of the judging configuration, and those that the side declares besides. Where a folder is
 * not there, it is the side that says where the project has gone, or that there is none any more.
 */
function projectsOf(
  { config: { projects }, directory }: PlacedConfig,
  { config: own, isWritten }: FoundConfig,
  tree: SourceTree,
): Config['projects'] {
  if (projects.length === 0) return []
  const known = new Set(projects.map(({ name }) => name))
  const declared = new Map(own.projects.map((project) => [project.name, project]))
  const kept = projects.flatMap((project) => {
    const folder = project.path === '' ? directory : joinPath(directory, project.path)
    const isThere = tree.list(folder).length > 0
    return isThere || !isWritten ? project : (declared.get(project.name) ?? [])
  })
  return [...kept, ...own.projects.filter(({ name }) => !known.has(name))]
}

function notesOn(
  before: FoundConfig,
  after: FoundConfig,
  base: ChangeSide,
  head: ChangeSide,
  failOn: Config['failOn'] | undefined,
): readonly string[] {
  const [name] = CONFIG_FILE_NAMES
  if (!before.isWritten && !after.isWritten) {
    const effect = failOn === undefined ? 'nothing fails' : `fail-on is "${failOn}" as asked`
    return [`There is no ${name}: tags are checked by the preset ml-attribution, and ${effect}.`]
  }
  if (!before.isWritten) return [`The change brings the first ${name}, and is judged by it.`]
  const changed = configText(base.tree, before) !== configText(head.tree, after)
  return changed ? [`The change alters ${name}; the base side's decides until it is merged.`] : []
}

function configText(tree: SourceTree, { directory }: PlacedConfig): string | undefined {
  return CONFIG_FILE_NAMES.map((name) => tree.read(joinPath(directory, name))).find(
    (text) => text !== undefined,
  )
}
