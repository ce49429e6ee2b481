import type { Resource } from '../domain/resource.ts'
import { unknown, type Value } from '../domain/value.ts'
import type { CloudProvider, NodePool } from './node-pool.ts'
import { NODE_POOLS } from './node-pools/index.ts'
import type { ResourceGraph } from './resource-graph.ts'
import { valueAt } from './value-at.ts'

/** A Kubernetes cluster as the review knows it: where its nodes are, and which pools it has. */
export interface Cluster {
  /** As declared in `ascribe.yml`, else the address that makes it. */
  readonly name: string
  /** Undefined where nothing says whose machines its nodes are. */
  readonly provider: CloudProvider | undefined
  /** A string, or unknown with the reason. */
  readonly region: Value
  readonly pools: readonly NodePool[]
  /** Why these manifests are taken to run in it, where nobody says so. */
  readonly because: string | undefined
  /** What its nodes cost, as declared, where no pool is known. */
  readonly rates: NodeRates | undefined
}

/** Of an hour. */
export interface NodeRates {
  readonly cpu: number
  readonly memoryGiB: number
  readonly accelerator: number | undefined
}

/** Which cluster a resource's pods run in. */
export interface Assignment {
  readonly resource: Resource
  readonly cluster: Cluster
}

/** The resource types that are clusters, and whose. */
const CLUSTER_TYPES: ReadonlyMap<string, CloudProvider> = new Map([
  ['aws_eks_cluster', 'aws'],
  ['google_container_cluster', 'google'],
  ['azurerm_kubernetes_cluster', 'azurerm'],
])

const readerOf = new Map(NODE_POOLS.map((reader) => [reader.type, reader]))

/** A cluster that a project's files make, with the pools that run in it. */
export interface FoundCluster extends Cluster {
  readonly resource: Resource
  /** Its name in the cloud, where it is known. */
  readonly cloudName: string | undefined
}

/** The clusters of one project. Pools whose cluster cannot be seen belong to the project's only one, if there is one. */
export function clustersOf(graph: ResourceGraph): readonly FoundCluster[] {
  const clusters = graph.resources.filter(({ type }) => CLUSTER_TYPES.has(type))
  if (clusters.length === 0) return []
  const pools = new Map<Resource, NodePool[]>(clusters.map((cluster) => [cluster, []]))
  for (const pool of poolsOf(graph.resources, graph)) {
    const target = graph.targets(pool.resource, 'runsOn')
    const cluster =
      target.kind === 'linked' ? target.resources[0] : clusters.length === 1 ? clusters[0] : undefined
    // AKS declares a pool in the cluster itself.
    const own = pools.get(pool.resource)
    if (own) own.push(pool)
    else if (cluster) pools.get(cluster)?.push(pool)
  }
  return clusters.map((resource): FoundCluster => {
    const name = valueAt(resource.attributes, 'name')
    return {
      resource,
      name: resource.address,
      cloudName: name.kind === 'string' ? name.value : undefined,
      provider: CLUSTER_TYPES.get(resource.type)!,
      region: resource.region,
      pools: pools.get(resource)!,
      because: undefined,
      rates: undefined,
    }
  })
}

/** The node pools among some resources of a graph: the same ones whenever it is asked for them. */
export function poolsOf(resources: readonly Resource[], graph: ResourceGraph): readonly NodePool[] {
  const known = poolsRead.get(graph) ?? new Map<Resource, NodePool | undefined>()
  poolsRead.set(graph, known)
  return resources.flatMap((resource) => {
    const reader = readerOf.get(resource.type)
    if (!reader) return []
    if (!known.has(resource)) known.set(resource, reader.read(resource, graph))
    return known.get(resource) ?? []
  })
}

const poolsRead = new WeakMap<ResourceGraph, Map<Resource, NodePool | undefined>>()

/** A cluster of which nothing is known. */
export const UNKNOWN_CLUSTER: Cluster = {
  name: 'unknown',
  provider: undefined,
  region: unknown('nothing says in which region its cluster is'),
  pools: [],
  because: undefined,
  rates: undefined,
}
