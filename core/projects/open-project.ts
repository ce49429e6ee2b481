import type { Config } from '../config/config.ts'
import { isManifest, type Resource } from '../domain/resource.ts'
import {
  loadTerraformObjects,
  type ManifestReader,
  type ReleaseSources,
  releaseObjects,
} from '../kubernetes/index.ts'
import { type KubernetesPlan, planWorkloads } from '../pricing/kubernetes/plan.ts'
import type { PriceBook } from '../pricing/price-book.ts'
import type { LoadedProject } from '../terraform/index.ts'
import { buildGraph } from '../topology/build-graph.ts'
import { clustersOf, poolsOf } from '../topology/cluster.ts'
import { assignClusters, type GraphOfFolder } from './assign-clusters.ts'

/** What a root module or a set of manifests makes, linked. */
export interface OpenedProject extends GraphOfFolder {
  readonly kind: 'root-module' | 'manifests'
  readonly loaded: LoadedProject
}

/** What opening a project takes besides. */
export interface OpenOptions {
  /** Renders the charts that releases install; without it they stay releases. */
  readonly charts?: Omit<ReleaseSources, 'folder'> | undefined
  /** Reads YAML that is an argument; one that remembers reads a text once. */
  readonly readText?: ManifestReader
}

/**
 * The Kubernetes objects that Terraform makes are objects from here on, under Terraform's addresses; those of a release
 * too, where its chart lies in the tree and may be rendered.
 */
export function openProject(
  kind: OpenedProject['kind'],
  folder: string,
  loaded: LoadedProject,
  { charts, readText }: OpenOptions = {},
): OpenedProject {
  const made = new Map<string, readonly Resource[]>()
  if (kind === 'root-module') {
    for (const object of loadTerraformObjects(loaded.resources, [], readText))
      made.set(object.address, [object])
    for (const resource of charts ? loaded.resources : []) {
      const objects = releaseObjects(resource, { ...charts!, folder })
      if (objects) made.set(resource.address, objects)
    }
  }
  if (made.size === 0) return { kind, folder, loaded, graph: buildGraph(loaded.resources) }
  const resources = loaded.resources.flatMap((resource) => made.get(resource.address) ?? [resource])
  return { kind, folder, loaded: { ...loaded, resources }, graph: buildGraph(resources) }
}

/** What a project has to do with where workloads run: it has some, it has clusters or pools for them, or neither. */
export type PlanRole = 'workloads' | 'clusters' | 'none'

export function roleIn({ graph }: OpenedProject): PlanRole {
  const { resources } = graph
  if (resources.some(({ workload, provider }) => workload || isManifest({ provider }))) return 'workloads'
  return poolsOf(resources, graph).length > 0 || clustersOf(graph).length > 0 ? 'clusters' : 'none'
}

/** Where the workloads of all projects of a tree run; what has not changed since a plan of `before` is the same. */
export function planOf(
  projects: readonly OpenedProject[],
  { clusters }: Config,
  prices: PriceBook,
  before?: KubernetesPlan,
): KubernetesPlan {
  const roots = projects.filter(({ kind }) => kind === 'root-module')
  const sets = projects.filter(({ kind }) => kind === 'manifests')
  return planWorkloads(assignClusters(roots, sets, clusters), prices, before)
}
