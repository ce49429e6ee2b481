import type { ClusterConfig } from '../config/clusters.ts'
import { matchesGlob } from '../config/resource-match.ts'
import { isManifest, type Resource } from '../domain/resource.ts'
import { string } from '../domain/value.ts'
import { directoryOf } from '../source/source-tree.ts'
import {
  type Assignment,
  type Cluster,
  clustersOf,
  type FoundCluster,
  poolsOf,
  UNKNOWN_CLUSTER,
} from '../topology/cluster.ts'
import type { NodePool } from '../topology/node-pool.ts'
import type { ResourceGraph } from '../topology/resource-graph.ts'

/** A root module, or a set of manifests, and what it makes. */
export interface GraphOfFolder {
  readonly folder: string
  readonly graph: ResourceGraph
}

/**
 * Says in which cluster every Kubernetes object of a tree runs: the one that `clusters:` declares for it; inside
 * Terraform, the only cluster of its root module; else the nearest one in the folders around it, if there is just one.
 */
export function assignClusters(
  roots: readonly GraphOfFolder[],
  sets: readonly GraphOfFolder[],
  declared: readonly ClusterConfig[],
): readonly Assignment[] {
  const found = roots.flatMap(({ folder, graph }) =>
    clustersOf(graph).map((cluster): Placed => ({ folder, cluster })),
  )
  const homes = declared.map((config) => homeOf(config, found, roots))
  const chosen: { readonly resource: Resource; readonly home: Home; readonly graph: ResourceGraph }[] = []
  const nearby = new Map<Placed, Home>()
  const around = new Map<string, Home>()
  const nearest = (folder: string): Home => {
    const placed = nearestTo(folder, found)
    return placed ? inProject(placed, nearby) : NOWHERE
  }
  for (const { folder, graph } of sets)
    for (const resource of graph.resources) {
      if (!around.has(folder)) around.set(folder, nearest(folder))
      const at = declared.findIndex((config) => isDeclaredFor(config, folder, resource))
      chosen.push({ resource, graph, home: at >= 0 ? homes[at]! : around.get(folder)! })
    }
  for (const { folder, graph } of roots)
    for (const resource of graph.resources)
      if (resource.workload || isManifest(resource)) {
        const own = found.filter((placed) => placed.folder === folder)
        chosen.push({
          resource,
          graph,
          home: own.length === 1 ? inProject(own[0]!, nearby) : nearest(folder),
        })
      }
  return assigned(chosen)
}

interface Placed {
  readonly folder: string
  readonly cluster: FoundCluster
}

/** A cluster before the pools are known that manifests bring. */
interface Home {
  readonly cluster: Cluster
}

const NOWHERE: Home = { cluster: UNKNOWN_CLUSTER }

function assigned(
  chosen: readonly { readonly resource: Resource; readonly home: Home; readonly graph: ResourceGraph }[],
): readonly Assignment[] {
  const brought = new Map<Home, NodePool[]>()
  for (const { resource, home, graph } of chosen) {
    const pools = poolsOf([resource], graph)
    if (pools.length > 0) brought.set(home, [...(brought.get(home) ?? []), ...pools])
  }
  const clusters = new Map<Home, Cluster>()
  const clusterOf = (home: Home): Cluster => {
    const known = clusters.get(home) ?? withPools(home.cluster, brought.get(home) ?? [])
    clusters.set(home, known)
    return known
  }
  return chosen.map(({ resource, home }) => ({ resource, cluster: clusterOf(home) }))
}

/** A cluster of unknown place is where its provisioner's machines are. */
function withPools(cluster: Cluster, brought: readonly NodePool[]): Cluster {
  if (brought.length === 0) return cluster
  return {
    ...cluster,
    provider: cluster.provider ?? brought[0]!.provider,
    pools: [...cluster.pools, ...brought],
  }
}

/** An overlay's objects are written in its bases: what counts is where the set is. */
function isDeclaredFor({ manifests }: ClusterConfig, folder: string, { range }: Resource): boolean {
  const inFolder = folder === '' ? 'kustomization.yaml' : `${folder}/kustomization.yaml`
  return manifests.some((glob) => matchesGlob(glob, inFolder) || matchesGlob(glob, range.source.path))
}

function homeOf(config: ClusterConfig, found: readonly Placed[], roots: readonly GraphOfFolder[]): Home {
  const named = found.find(({ cluster }) => cluster.cloudName === config.name)
  const pools = config.nodePools.length > 0 ? declaredPools(config, roots) : (named?.cluster.pools ?? [])
  const region = config.region === undefined ? undefined : string(config.region)
  return {
    cluster: {
      name: config.name,
      provider: config.provider ?? named?.cluster.provider ?? pools[0]?.provider,
      region: region ?? named?.cluster.region ?? pools[0]?.region ?? UNKNOWN_CLUSTER.region,
      pools,
      because: undefined,
      rates: config.rates,
    },
  }
}

function declaredPools({ nodePools }: ClusterConfig, roots: readonly GraphOfFolder[]): readonly NodePool[] {
  return roots.flatMap(({ graph }) =>
    poolsOf(graph.resources, graph).flatMap((pool) => {
      const declared = nodePools.find(({ terraform }) => matchesGlob(terraform, pool.resource.address))
      return declared ? [{ ...pool, labels: new Map([...pool.labels, ...declared.match]) }] : []
    }),
  )
}

function inProject(placed: Placed, known: Map<Placed, Home>): Home {
  const home = known.get(placed) ?? inCluster(placed)
  known.set(placed, home)
  return home
}

function inCluster({ cluster, folder }: Placed): Home {
  const { name, provider, region, pools } = cluster
  const where = folder === '' ? name : `${name} of ${folder}`
  return {
    cluster: {
      name,
      provider,
      region,
      pools,
      because: `manifests run in ${where}, the nearest cluster; "clusters" in ascribe.yml says otherwise`,
      rates: undefined,
    },
  }
}

/** Outwards from a folder: the first folder that holds clusters decides, if it holds one. */
function nearestTo(folder: string, found: readonly Placed[]): Placed | undefined {
  for (let around = folder; ; around = directoryOf(around)) {
    const inside = found.filter(({ folder: root }) => isWithin(root, around))
    if (inside.length > 0) return inside.length === 1 ? inside[0] : undefined
    if (around === '') return undefined
  }
}

function isWithin(folder: string, around: string): boolean {
  return around === '' || folder === around || folder.startsWith(`${around}/`)
}
