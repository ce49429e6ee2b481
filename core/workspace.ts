import { US_DOLLAR } from './domain/currency.ts'
import type { AtFile } from './editor/at-file.ts'
import { type InspectedTree, togetherOf } from './inspect/inspect.ts'
import type { PriceBook } from './pricing/price-book.ts'
import type { FoundConfig } from './settings/find-config.ts'
import { settleAtFile } from './settle-at-file.ts'
import { rememberedListings } from './source/remembered-listings.ts'
import type { SourceTree } from './source/source-tree.ts'
import { ConfigurationLoader, type ProjectSpec } from './terraform/index.ts'
import type { Nearness } from './workspace/pending.ts'
import { tryText } from './workspace/try-text.ts'
import { tell, toldBy } from './workspace/twin.ts'
import { upkeepOf } from './workspace/upkeep.ts'

/** A source tree that changes, with what is seen in it kept up to date: only what a change reaches is read again. */
export interface Workspace {
  /** The configuration that holds, as of the last step. */
  config(): FoundConfig
  /** Says that these files or folders were changed, made or removed; call it after the tree shows them so. */
  invalidate(paths: readonly string[]): void
  /**
   * Brings one project up to date, those first that `near` chooses by their folder and by what they read when they were
   * looked at last. False when nothing was left to do. Between two steps the caller may do other things, also invalidate.
   */
  step(near?: Nearness): boolean
  /** As `step`, but false already when nothing was left to do that is near. */
  stepNear(near: Nearness): boolean
  /** The files about which something else may be said than when this was last asked. */
  takeChanged(): ReadonlySet<string>
  /** All files about which something is known. */
  files(): readonly string[]
  /** What is known about a file. */
  at(path: string): AtFile
  /** Takes all steps that are left, and gives everything. */
  inspection(): InspectedTree
  /** The projects that read a file, with another text in its place; nothing of it is kept. */
  tryText(path: string, text: string): InspectedTree
  /** The same projects as they are. */
  readersOf(path: string): InspectedTree
  /** The root modules that read a file. */
  projectsReading(path: string): readonly ProjectSpec[]
  /** What has been read and parsed, for those who look at syntax. */
  readonly loader: ConfigurationLoader
}

export interface WorkspaceOptions {
  readonly tree: SourceTree
  /** Only what lies at or below this folder of the tree; `''` is the whole tree. */
  readonly below: string
  readonly prices: PriceBook
  /** An ISO date; without it, nothing is past. */
  readonly today?: string
  /** Another with many of the same texts, e.g. of a later time: what it has parsed and found out is not done again. */
  readonly like?: Workspace
}

export function createWorkspace({ tree: source, below, prices, today, like }: WorkspaceOptions): Workspace {
  const tree = rememberedListings(source)
  const loader = new ConfigurationLoader(tree, like?.loader)
  const upkeep = upkeepOf({ tree, loader, below, prices, today, twin: toldBy(like) })
  const { config, roots, sets, index, step, stepNear, plan } = upkeep
  const workspace: Workspace = {
    loader,
    invalidate: upkeep.invalidate,
    step,
    stepNear,
    config: () => config.settle().found,
    takeChanged: index.takeTouched,
    at(path) {
      const { found: all, projects } = index.at(path)
      const { standing } = config
      const at: AtFile = {
        currency: (standing?.book ?? prices).currency?.code ?? US_DOLLAR,
        resources: all.flatMap(({ resources }) => resources),
        called: all.flatMap(({ called }) => called),
        findings: all.flatMap(({ findings }) => findings),
        problems: [
          ...(standing?.found.problems ?? []).filter(({ range }) => range.source.path === path),
          ...all.flatMap(({ problems }) => problems),
        ],
      }
      return standing ? settleAtFile(at, path, projects, { ...standing, loader, today }) : at
    },
    inspection() {
      while (step());
      const { found, book } = config.settle()
      const all = upkeep.everything().flatMap(({ inspected }) => inspected ?? [])
      const together = togetherOf(all, book, plan())
      return { ...together, problems: [...found.problems, ...together.problems] }
    },
    readersOf(path) {
      const those = [...roots.readers(path), ...sets.all().filter(({ files }) => files.has(path))]
      const inspected = those.flatMap((entry) => entry.inspected ?? [])
      return togetherOf(inspected, config.standing?.book ?? prices, plan())
    },
    files() {
      const { found } = config.standing ?? {}
      const stated = [...(found?.problems ?? []), ...(found?.config.exemptions ?? [])]
      return [...new Set([...index.paths(), ...stated.map(({ range }) => range.source.path)])]
    },
    projectsReading: (path) => roots.readers(path).map(({ spec }) => spec),
    tryText: (path, text) => tryText(upkeep, { tree, loader }, path, text),
  }
  tell(workspace, upkeep.twin)
  return workspace
}
