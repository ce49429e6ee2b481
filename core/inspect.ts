import { type InspectedProject, inspectProject } from './inspect-project.ts'
import { openProject, planOf } from './open-project.ts'
import type { PriceBook } from './pricing/price-book.ts'
import type { Inspection } from './review/inspection.ts'
import type { Move } from './review/match.ts'
import { type PlacedConfig, rootModules } from './root-modules.ts'
import { shareOutPools } from './share-out-pools.ts'
import type { SourceTree } from './source/source-tree.ts'
import { ConfigurationLoader, type LoadedProject, loadProject } from './terraform/index.ts'

export type { PlacedConfig } from './root-modules.ts'

export interface InspectOptions {
  /** Only what lies at or below this folder of the tree; `''` is the whole tree. */
  readonly below: string
  readonly placed: PlacedConfig
  readonly prices: PriceBook
}

/** An inspection, with the renames that its files declare. */
export interface InspectedTree extends Inspection {
  readonly moves: readonly Move[]
}

/** Reads a source tree: what it would create, with which tags, at what cost, and whose. */
export function inspect(tree: SourceTree, { below, placed, prices }: InspectOptions): InspectedTree {
  const loader = new ConfigurationLoader(tree)
  const projects = rootModules(loader, below, placed).map((spec) =>
    openProject('root-module', spec.root, loadProject(loader, spec)),
  )
  const context = { loader, placed, prices, plan: planOf(projects, placed.config, prices) }
  return togetherOf(
    projects.map((project) => inspectProject(project, context)),
    prices,
  )
}

/** The projects of a tree as one: what workloads take of a pool's cost is counted with them. */
export function togetherOf(inspected: readonly InspectedProject[], prices: PriceBook): InspectedTree {
  const projects = shareOutPools(inspected, prices.date)
  return {
    projects: projects.map(({ loaded }) => loaded.id),
    resources: projects.flatMap(({ resources }) => resources),
    findings: projects.flatMap(({ findings }) => findings),
    problems: projects.flatMap(({ loaded }) => loaded.problems),
    notLoaded: projects.flatMap(({ loaded }) => loaded.notLoaded),
    assumptions: [...new Set(projects.flatMap(({ loaded }) => loaded.assumptions))],
    prices: {
      version: prices.version,
      date: prices.date,
      ...(prices.terms && { terms: prices.terms }),
    },
    moves: projects.flatMap(({ loaded }) => movesOf(loaded)),
  }
}

function movesOf({ id, moves }: LoadedProject): readonly Move[] {
  return moves.map((move) => ({ project: id, ...move }))
}
