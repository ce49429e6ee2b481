import { calibratedWith } from '../config/calibration.ts'
import { US_DOLLAR } from '../domain/currency.ts'
import type { PlacedIgnore } from '../exemptions/ignores.ts'
import type { ManifestReader } from '../kubernetes/index.ts'
import type { KubernetesPlan } from '../pricing/kubernetes/plan.ts'
import type { PriceBook } from '../pricing/price-book.ts'
import { manifestProjects } from '../projects/manifest-projects.ts'
import { openProject, planOf } from '../projects/open-project.ts'
import type { PlacedPlan } from '../projects/plans.ts'
import { rootModules } from '../projects/root-modules.ts'
import type { Inspection } from '../review/inspection.ts'
import type { Move } from '../review/match.ts'
import type { PlacedConfig } from '../settings/placed-config.ts'
import type { SourceTree } from '../source/source-tree.ts'
import { ConfigurationLoader, type LoadedProject, loadPlan, loadProject } from '../terraform/index.ts'
import { ignoresIn } from './ignores-in.ts'
import { type InspectedProject, inspectProject } from './inspect-project.ts'
import { shareOutPools } from './share-out-pools.ts'

export interface InspectOptions {
  /** Only what lies at or below this folder of the tree; `''` is the whole tree. */
  readonly below: string
  readonly placed: PlacedConfig
  readonly prices: PriceBook
  /** An ISO date; without it, nothing is past. */
  readonly today?: string | undefined
  /** Read in place of the files of their projects. */
  readonly plans?: readonly PlacedPlan[]
  /** Reads manifests: both sides of a change hold mostly the same. */
  readonly readFile?: ManifestReader
}

/** An inspection, with the renames that its files declare. */
export interface InspectedTree extends Inspection {
  readonly moves: readonly Move[]
  /** The comments in its files that exempt what they stand beside; undefined where nobody looked for them. */
  readonly ignores?: readonly PlacedIgnore[]
}

/** Reads a source tree: what it would create, with which tags, at what cost, and whose. */
export function inspect(
  tree: SourceTree,
  { below, placed, prices, today, plans = [], readFile }: InspectOptions,
): InspectedTree {
  const loader = new ConfigurationLoader(tree)
  const planned = new Map(plans.map((placedPlan) => [placedPlan.spec.id, placedPlan]))
  const specs = rootModules(loader, below, placed)
  const ids = new Set(specs.map(({ id }) => id))
  // A project that the change brings has no files on the base side, and a plan that says so.
  const further = plans.map(({ spec }) => spec).filter(({ id }) => !ids.has(id))
  const { renderChart } = tree
  const charts = placed.config.helm.render && renderChart ? { tree, renderChart } : undefined
  const read = new Set<string>()
  const modules = new Set<string>()
  const watched = loader.watched({
    file: (path) => read.add(path),
    list: () => {},
    module: (directory) => modules.add(directory),
  })
  const projects = [...specs, ...further].map((spec) => {
    const from = planned.get(spec.id)
    const loaded = from ? loadPlan(from.plan, from.side, watched, spec) : loadProject(watched, spec)
    return openProject('root-module', spec.root, loaded, { charts })
  })
  projects.push(...manifestProjects(tree, below, placed, { isRead: (path) => read.has(path), readFile }))
  const context = { loader, placed, prices, today, plan: planOf(projects, placed.config, prices) }
  const together = togetherOf(
    projects.map((project) => inspectProject(project, context)),
    prices,
    context.plan,
  )
  const { measured } = placed.usage
  const assumptions = measured ? [...together.assumptions, calibratedWith(measured)] : together.assumptions
  return { ...together, assumptions, ignores: ignoresIn(loader, modules, together.resources) }
}

/** The projects of a tree as one: what workloads take of a pool's cost is counted with them. */
export function togetherOf(
  inspected: readonly InspectedProject[],
  prices: PriceBook,
  { bases }: KubernetesPlan,
): InspectedTree {
  const projects = shareOutPools(inspected, prices.date)
  return {
    projects: projects.map(({ loaded }) => loaded.id),
    resources: projects.flatMap(({ resources }) => resources),
    findings: projects.flatMap(({ findings }) => findings),
    problems: projects.flatMap(({ loaded }) => loaded.problems),
    notLoaded: projects.flatMap(({ loaded }) => loaded.notLoaded),
    assumptions: [...new Set(projects.flatMap(({ loaded }) => loaded.assumptions)), ...bases],
    prices: {
      version: prices.version,
      date: prices.date,
      currency: prices.currency?.code ?? US_DOLLAR,
      ...(prices.terms && { terms: prices.terms }),
    },
    moves: projects.flatMap(({ loaded }) => movesOf(loaded)),
  }
}

function movesOf({ id, moves }: LoadedProject): readonly Move[] {
  return moves.map((move) => ({ project: id, ...move }))
}
