import type { Resource } from '../../domain/resource.ts'
import type { PodGroup } from '../../domain/workload.ts'
import type { Assignment, Cluster } from '../../topology/cluster.ts'
import type { PriceBook } from '../price-book.ts'
import { clusterBases } from './cluster-bases.ts'
import { fillPools, type PoolUse } from './fill-pools.ts'
import { type Placement, place } from './place.ts'
import { asBefore } from './same-cluster.ts'

/** Where all workloads of a review run, and what that asks of the pools that Terraform makes. */
export interface KubernetesPlan {
  clusterOf(resource: Resource): Cluster | undefined
  /** For each pod group of the resource's workload, in order. */
  placementsOf(resource: Resource): readonly Placement[]
  /** Undefined for what is no pool of Terraform's, and for pools that nothing is known to run on. */
  useOf(pool: Resource): PoolUse | undefined
  /** For each cluster that workloads run in, a sentence that says what their figures stand on. */
  readonly bases: readonly string[]
  readonly clusters: readonly Cluster[]
}

/** A plan of no workloads: every pool is as large as Terraform makes it. */
export const NO_WORKLOADS: KubernetesPlan = {
  clusterOf: () => undefined,
  placementsOf: () => [],
  useOf: () => undefined,
  bases: [],
  clusters: [],
}

/** `before`: an earlier plan. What is in it and has not changed is taken over, and is the same object then. */
export function planWorkloads(
  assignments: readonly Assignment[],
  book: PriceBook,
  before: KubernetesPlan = NO_WORKLOADS,
): KubernetesPlan {
  const clusters = clustersOf(assignments, before.clusters)
  const groups = assignments.flatMap(({ resource }) =>
    (resource.workload?.podGroups ?? []).map((group) => ({
      resource,
      group,
      placement: placed(group, clusters.get(resource)!, book),
    })),
  )
  const { uses, placements: settled } = fillPools(groups)
  const placements = new Map<Resource, Placement[]>()
  for (const [index, { resource }] of groups.entries()) {
    const those = placements.get(resource)
    if (those) those.push(settled[index]!)
    else placements.set(resource, [settled[index]!])
  }
  return {
    clusterOf: (resource) => clusters.get(resource),
    placementsOf: (resource) => placements.get(resource) ?? [],
    useOf: (pool) => uses.get(pool),
    bases: clusterBases(assignments, placements),
    clusters: [...new Set(clusters.values())],
  }
}

function clustersOf(
  assignments: readonly Assignment[],
  before: readonly Cluster[],
): ReadonlyMap<Resource, Cluster> {
  const known = asBefore(before)
  return new Map(assignments.map(({ resource, cluster }) => [resource, known(cluster)]))
}

/** Pods that are placed again in the same cluster at the same prices are where they were. */
const placedBefore = new WeakMap<
  PodGroup,
  { readonly cluster: Cluster; readonly book: PriceBook; readonly placement: Placement }
>()

function placed(group: PodGroup, cluster: Cluster, book: PriceBook): Placement {
  const known = placedBefore.get(group)
  if (known?.cluster === cluster && known.book === book) return known.placement
  const placement = placeGroup(group, cluster, book)
  placedBefore.set(group, { cluster, book, placement })
  return placement
}

function placeGroup(group: PodGroup, cluster: Cluster, book: PriceBook): Placement {
  const { request } = group
  if (request.kind === 'unknown') return request
  const { cpu, memoryGiB, accelerators } = request.value
  if (cpu === undefined && memoryGiB === undefined && accelerators.length === 0)
    return { kind: 'unpriced', because: 'no container says what it requests' }
  return place(group, request.value, cluster, book)
}
