import type { Resource } from '../../domain/resource.ts'
import type { PodGroup, PodRequest } from '../../domain/workload.ts'
import type { NodePool } from '../../topology/node-pool.ts'
import { acceleratorDemand } from './accelerator-demand.ts'
import { allocatable } from './allocatable.ts'
import type { Machine } from './machine.ts'
import type { NodeDemand } from './node-share.ts'
import { DIMENSIONS, nodesNeeded, type PodBatch } from './pack.ts'
import type { OnMachine, Placement } from './place.ts'

/** How many nodes a pool of Terraform's has for what runs in it. */
export interface PoolUse {
  /** What their requests need: at least so many nodes. */
  readonly needed: number
  /** How many there are: no fewer than asked for, as many as needed, no more than allowed. */
  readonly nodes: number
  /** Below 1 where the requests exceed the pool's maximum: the part of them that it can hold. */
  readonly held: number
}

/** Pods, and where they would run if there were room. */
export interface Wish {
  readonly group: PodGroup
  readonly placement: Placement
}

export interface FilledPools {
  /** For each wish, in order. */
  readonly placements: readonly Placement[]
  readonly uses: ReadonlyMap<Resource, PoolUse>
}

/**
 * Fills the pools that Terraform makes, as a scheduler does: first with pods that run all month and can go nowhere else,
 * for which a pool grows; then, where there is room, with those for which a provisioner would make nodes; and last with
 * what runs until it is done.
 */
export function fillPools(wishes: readonly Wish[]): FilledPools {
  const loads = new Map<Resource, Load>()
  for (const { group, placement } of wishes) {
    const load = loadOf(placement, loads)
    if (load && !comesAndGoes(group) && !mayGoElsewhere(group, placement)) addTo(load, group)
  }
  const spares = new Map([...loads].map(([pool, load]) => [pool, spareOf(load)]))
  const settled = wishes.map(({ group, placement }) => {
    if (placement.kind !== 'machine' || !placement.pool || comesAndGoes(group)) return placement
    if (!mayGoElsewhere(group, placement)) return placement
    if (!takes(spares.get(placement.pool.resource)!, group, placement)) return placement.otherwise!
    addTo(loadOf(placement, loads)!, group)
    return placement
  })
  const filled = [...loads].filter(([, { batches, onEveryNode }]) => batches.length + onEveryNode.length > 0)
  return {
    uses: new Map(filled.map(([pool, load]) => [pool, useOf(load)])),
    placements: settled.map((placement, index) => {
      const { group } = wishes[index]!
      if (placement.kind !== 'machine' || !placement.pool || !comesAndGoes(group)) return placement
      if (takes(spares.get(placement.pool.resource)!, group, placement)) return placement
      return placement.otherwise ?? { ...placement, pool: undefined, addedTo: placement.pool }
    }),
  }
}

/** It is gone when it is done: no pool has nodes for it all month. */
function comesAndGoes({ runs }: PodGroup): boolean {
  return runs.kind === 'to-completion' && runs.staysUp === undefined
}

function mayGoElsewhere({ runs }: PodGroup, placement: Placement): boolean {
  return placement.kind === 'machine' && placement.otherwise !== undefined && runs.kind !== 'per-node'
}

/** What runs in one pool all month. */
interface Load {
  readonly pool: NodePool
  readonly machine: Machine
  readonly batches: PodBatch[]
  readonly onEveryNode: NodeDemand[]
}

function loadOf(placement: Placement, loads: Map<Resource, Load>): Load | undefined {
  if (placement.kind !== 'machine' || !placement.pool) return undefined
  const { pool, machine } = placement
  const load = loads.get(pool.resource) ?? { pool, machine, batches: [], onEveryNode: [] }
  loads.set(pool.resource, load)
  return load
}

function addTo({ machine, batches, onEveryNode }: Load, group: PodGroup): void {
  const each = demandOf(group, machine)
  if (group.runs.kind === 'per-node') onEveryNode.push(each)
  else if (group.count.now.kind === 'known') batches.push({ ...each, count: group.count.now.value })
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

/** What nothing asks for of the nodes that a pool has anyway, summed over them. */
type Spare = { -readonly [Dimension in keyof NodeDemand]: number }

function spareOf(load: Load): Spare {
  const { machine, batches, onEveryNode } = load
  const { nodes } = useOf(load)
  const room = roomOf(machine)
  const left = (dimension: keyof NodeDemand) =>
    nodes * (room[dimension] - total(onEveryNode, dimension)) -
    batches.reduce((sum, batch) => sum + batch.count * batch[dimension], 0)
  return { cpu: left('cpu'), memoryGiB: left('memoryGiB'), accelerators: left('accelerators') }
}

/** Takes what a group needs of the spare room, if it is enough: only once. */
function takes(spare: Spare, group: PodGroup, { machine }: OnMachine): boolean {
  const { now } = group.count
  if (now.kind !== 'known') return true
  const each = demandOf(group, machine)
  if (DIMENSIONS.some((dimension) => now.value * each[dimension] > spare[dimension])) return false
  for (const dimension of DIMENSIONS) spare[dimension] -= now.value * each[dimension]
  return true
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
