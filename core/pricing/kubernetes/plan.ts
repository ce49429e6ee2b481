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
import { DIMENSIONS, nodesNeeded, type PodBatch } from './pack.ts'
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
  const wished = new Map<Resource, readonly Placement[]>()
  const loads = new Map<Resource, Load>()
  for (const { resource, cluster } of assignments) {
    clusters.set(resource, cluster)
    if (!resource.workload) continue
    wished.set(
      resource,
      resource.workload.podGroups.map((group) => {
        const placement = placeGroup(group, cluster, book)
        if (placement.kind === 'machine' && placement.pool)
          addLoad(loads, placement.pool, placement.machine, group)
        return placement
      }),
    )
  }
  const asked = [...loads].filter(([, { batches, onEveryNode }]) => batches.length + onEveryNode.length > 0)
  const uses = new Map(asked.map(([pool, load]) => [pool, useOf(load)]))
  const spares = new Map([...loads].map(([pool, load]) => [pool, spareOf(load, useOf(load).nodes)]))
  const placements = new Map(
    [...wished].map(([resource, inPools]): [Resource, readonly Placement[]] => [
      resource,
      inPools.map((placement, index) => {
        const group = resource.workload!.podGroups[index]!
        return comesAndGoes(group) ? whileItRuns(group, placement, spares) : placement
      }),
    ]),
  )
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

function addLoad(loads: Map<Resource, Load>, pool: NodePool, machine: Machine, group: PodGroup): void {
  const load = loads.get(pool.resource) ?? { pool, machine, batches: [], onEveryNode: [] }
  loads.set(pool.resource, load)
  if (comesAndGoes(group)) return
  const each = demandOf(group, machine)
  if (group.runs.kind === 'per-node') load.onEveryNode.push(each)
  else if (group.count.now.kind === 'known') load.batches.push({ ...each, count: group.count.now.value })
}

/** What one of its pods asks of such a machine. Only groups whose request is known are placed on one. */
function demandOf({ request }: PodGroup, { spec }: Machine): NodeDemand {
  const { cpu, memoryGiB, accelerators } = (request as { readonly value: PodRequest }).value
  const demand = acceleratorDemand(accelerators)
  return {
    cpu: cpu ?? 0,
    memoryGiB: memoryGiB ?? 0,
    accelerators: typeof demand === 'object' ? demand.devices(spec) : 0,
  }
}

/** It is gone when it is done: no pool has nodes for it all month. */
function comesAndGoes({ runs }: PodGroup): boolean {
  return runs.kind === 'to-completion' && runs.staysUp === undefined
}

/** What nothing asks for all month of the nodes that a pool has anyway, summed over them. */
type Spare = { -readonly [Dimension in keyof NodeDemand]: number }

function spareOf({ machine, batches, onEveryNode }: Load, nodes: number): Spare {
  const room = roomOf(machine)
  const left = (dimension: keyof NodeDemand) =>
    nodes * (room[dimension] - total(onEveryNode, dimension)) -
    batches.reduce((sum, batch) => sum + batch.count * batch[dimension], 0)
  return { cpu: left('cpu'), memoryGiB: left('memoryGiB'), accelerators: left('accelerators') }
}

/**
 * What runs until it is done takes of the nodes that its pool has to spare, and of that only once. Where they are too
 * few, the pool adds nodes while it runs, which are its own cost.
 */
function whileItRuns(group: PodGroup, placement: Placement, spares: ReadonlyMap<Resource, Spare>): Placement {
  const { now } = group.count
  if (placement.kind !== 'machine' || !placement.pool || now.kind !== 'known') return placement
  const spare = spares.get(placement.pool.resource)!
  const each = demandOf(group, placement.machine)
  if (DIMENSIONS.some((dimension) => now.value * each[dimension] > spare[dimension]))
    return { ...placement, pool: undefined, addedTo: placement.pool }
  for (const dimension of DIMENSIONS) spare[dimension] -= now.value * each[dimension]
  return placement
}

function useOf({ pool, machine, batches, onEveryNode }: Load): PoolUse {
  const daemons = {
    cpu: total(onEveryNode, 'cpu'),
    memoryGiB: total(onEveryNode, 'memoryGiB'),
    accelerators: total(onEveryNode, 'accelerators'),
  }
  const needed = nodesNeeded(batches, roomOf(machine), daemons)
  const { desired, max = Number.POSITIVE_INFINITY } = pool.nodes!
  const asked = desired.kind === 'known' ? desired.value : 0
  const nodes = Math.max(asked, Math.min(needed, max))
  return { needed, nodes, held: needed > nodes ? nodes / needed : 1 }
}

function roomOf({ spec }: Machine): NodeDemand {
  return { ...allocatable(spec), accelerators: spec.accelerator?.count ?? 0 }
}

function total(demands: readonly NodeDemand[], dimension: keyof NodeDemand): number {
  return demands.reduce((sum, demand) => sum + demand[dimension], 0)
}
