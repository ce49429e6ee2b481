import { assignClusters, type GraphOfFolder } from './assign-clusters.ts'
import type { Config } from './config/config.ts'
import { type KubernetesPlan, planWorkloads } from './pricing/kubernetes/plan.ts'
import type { PriceBook } from './pricing/price-book.ts'
import type { LoadedProject } from './terraform/index.ts'
import { buildGraph } from './topology/build-graph.ts'

/** What a root module or a set of manifests makes, linked. */
export interface OpenedProject extends GraphOfFolder {
  readonly kind: 'root-module' | 'manifests'
  readonly loaded: LoadedProject
}

export function openProject(
  kind: OpenedProject['kind'],
  folder: string,
  loaded: LoadedProject,
): OpenedProject {
  return { kind, folder, loaded, graph: buildGraph(loaded.resources) }
}

/** Where the workloads of all projects of a tree run. */
export function planOf(
  projects: readonly OpenedProject[],
  { clusters }: Config,
  prices: PriceBook,
): KubernetesPlan {
  const roots = projects.filter(({ kind }) => kind === 'root-module')
  const sets = projects.filter(({ kind }) => kind === 'manifests')
  return planWorkloads(assignClusters(roots, sets, clusters), prices)
}
