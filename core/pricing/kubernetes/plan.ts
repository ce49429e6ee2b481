import type { Resource } from '../../domain/resource.ts'
import type { PodGroup, PodRequest } from '../../domain/workload.ts'
import type { Assignment, Cluster } from '../../topology/cluster.ts'
import type { NodePool } from '../../topology/node-pool.ts'
import type { PriceBook } from '../price-book.ts'
import { acceleratorDemand } from './accelerator-demand.ts'
import { allocatable } from './allocatable.ts'
import { clusterBases } from './cluster-bases.ts'
import type { Machine } from './machine.ts'
import type { NodeDemand } from './node-share.ts'
import { nodesNeeded, type PodBatch } from './pack.ts'
import { type Placement, place } from './place.ts'

/** Where all workloads of a review run, and what that asks of the pools that Terraform makes. */
export interface KubernetesPlan {
  clusterOf(resource: Resource): Cluster | undefined
  /** For each pod group of the resource's workload, in order. */
  placementsOf(resource: Resource): readonly Placement[]
  /** Undefined for what is no pool of Terraform's, and for pools that nothing is known to run on. */
  useOf(pool: Resource): PoolUse | undefined
  /** For each cluster that workloads run in, a sentence that says what their figures stand on. */
  readonly bases: readonly string[]
}

export interface PoolUse {
  /** What their requests need: at least so many nodes. */
  readonly needed: number
  /** How many there are: no fewer than asked for, as many as needed, no more than allowed. */
  readonly nodes: number
  /** Below 1 where the requests exceed the pool's maximum: the part of them that it can hold. */
  readonly held: number
}

/** A plan of no workloads: every pool is as large as Terraform makes it. */
export const NO_WORKLOADS: KubernetesPlan = {
  clusterOf: () => undefined,
  placementsOf: () => [],
  useOf: () => undefined,
  bases: [],
}

export function planWorkloads(assignments: readonly Assignment[], book: PriceBook): KubernetesPlan {
  const clusters = new Map<Resource, Cluster>()
  const placements = new Map<Resource, readonly Placement[]>()
  const loads = new Map<Resource, Load>()
  for (const { resource, cluster } of assignments) {
    clusters.set(resource, cluster)
    if (!resource.workload) continue
    placements.set(
      resource,
      resource.workload.podGroups.map((group) => {
        const placement = placeGroup(group, cluster, book)
        const { request } = group
        if (placement.kind === 'machine' && placement.pool && request.kind === 'known')
          addLoad(loads, placement.pool, placement.machine, group, request.value)
        return placement
      }),
    )
  }
  const uses = new Map([...loads].map(([pool, load]) => [pool, useOf(load)]))
  return {
    clusterOf: (resource) => clusters.get(resource),
    placementsOf: (resource) => placements.get(resource) ?? [],
    useOf: (pool) => uses.get(pool),
    bases: clusterBases(assignments, placements),
  }
}

function placeGroup(group: PodGroup, cluster: Cluster, book: PriceBook): Placement {
  const { request } = group
  if (request.kind === 'unknown') return request
  const { cpu, memoryGiB, accelerators } = request.value
  if (cpu === undefined && memoryGiB === undefined && accelerators.length === 0)
    return { kind: 'unpriced', because: 'no container says what it requests' }
  return place(group, request.value, cluster, book)
}

/** What runs in one pool. */
interface Load {
  readonly pool: NodePool
  readonly machine: Machine
  readonly batches: PodBatch[]
  readonly onEveryNode: NodeDemand[]
}

function addLoad(
  loads: Map<Resource, Load>,
  pool: NodePool,
  machine: Machine,
  group: PodGroup,
  request: PodRequest,
): void {
  const load = loads.get(pool.resource) ?? { pool, machine, batches: [], onEveryNode: [] }
  loads.set(pool.resource, load)
  const demand = acceleratorDemand(request.accelerators)
  const each: NodeDemand = {
    cpu: request.cpu ?? 0,
    memoryGiB: request.memoryGiB ?? 0,
    accelerators: typeof demand === 'object' ? demand.devices(machine.spec) : 0,
  }
  if (group.runs.kind === 'per-node') load.onEveryNode.push(each)
  else if (group.count.now.kind === 'known') load.batches.push({ ...each, count: group.count.now.value })
}

function useOf({ pool, machine, batches, onEveryNode }: Load): PoolUse {
  const daemons = {
    cpu: total(onEveryNode, 'cpu'),
    memoryGiB: total(onEveryNode, 'memoryGiB'),
    accelerators: total(onEveryNode, 'accelerators'),
  }
  const room = { ...allocatable(machine.spec), accelerators: machine.spec.accelerator?.count ?? 0 }
  const needed = nodesNeeded(batches, room, daemons)
  const { desired, max = Number.POSITIVE_INFINITY } = pool.nodes!
  const asked = desired.kind === 'known' ? desired.value : 0
  const nodes = Math.max(asked, Math.min(needed, max))
  return { needed, nodes, held: needed > nodes ? nodes / needed : 1 }
}

function total(demands: readonly NodeDemand[], dimension: keyof NodeDemand): number {
  return demands.reduce((sum, demand) => sum + demand[dimension], 0)
}
