import { block, bool, known, number, type Read, type Reading, string } from '../domain/reads.ts'
import { gceDisk } from './gce-disk.ts'
import { gceMachines } from './gce-machine.ts'
import { extras, omitted, type Part, type Scaling } from './part.ts'
import type { PricingContext } from './pricer.ts'

/** https://cloud.google.com/kubernetes-engine/docs/concepts/node-pools: what nodes are unless they say otherwise */
const DEFAULTS = { machine_type: 'e2-medium', disk_size_gb: 100, disk_type: 'pd-balanced' }
const ZONES_OF_A_REGION = 3

export const NODE_CONFIG = block({
  machine_type: string(DEFAULTS.machine_type),
  disk_size_gb: number(DEFAULTS.disk_size_gb),
  disk_type: string(DEFAULTS.disk_type),
  spot: bool(false),
  preemptible: bool(false),
  guest_accelerator: block({ type: string(''), count: number(0) }),
})

/** A `node_pool` block of a cluster. */
export const INLINE_POOL = {
  node_count: number(),
  initial_node_count: number(),
  autoscaling: block({ min_node_count: number(), max_node_count: number() }),
  node_config: NODE_CONFIG,
}

type NodeConfig = NonNullable<typeof NODE_CONFIG extends (...args: never[]) => Reading<infer T> ? T : never>

/** A region's cluster has its nodes in three zones, unless `node_locations` says in how many more than its own. */
export function zonesOf(
  location: Reading<string | undefined>,
  nodeLocations: Reading<number | undefined>,
): Reading<number> {
  if (location.kind === 'unknown') return location
  if (nodeLocations.kind === 'unknown') return nodeLocations
  const isZone = location.value !== undefined && /-[a-z]$/.test(location.value)
  if (nodeLocations.value !== undefined) return known(nodeLocations.value + (isZone ? 1 : 0))
  return known(isZone ? 1 : ZONES_OF_A_REGION)
}

export function* inlinePool(
  pool: Read<typeof INLINE_POOL>,
  zones: number,
  context: PricingContext,
): Generator<Part> {
  const { min_node_count: min, max_node_count: max } = pool.autoscaling ?? {}
  const perZone = pool.node_count ?? min ?? pool.initial_node_count
  if (perZone === undefined) {
    yield omitted('unknown', 'Nodes', "its node pool's `node_count` is not set")
    return
  }
  const scaling = max === undefined ? undefined : { low: (min ?? 0) * zones, high: max * zones }
  yield* gkeNodes(pool.node_config, perZone * zones, scaling, context)
}

/** Nodes that are a part of their cluster. */
export function* gkeNodes(
  config: NodeConfig | undefined,
  count: number,
  scaling: Scaling | undefined,
  context: PricingContext,
): Generator<Part> {
  if (count === 0 && !scaling) return
  const { machine_type: machineType, disk_size_gb: sizeGb, disk_type: type } = config ?? DEFAULTS
  const gpus = config?.guest_accelerator
  const spot = config?.spot === true || config?.preemptible === true
  const accelerator = gpus && gpus.count > 0 ? gpus : undefined
  yield* gceMachines({ machineType, accelerator, spot, count, scaling }, context)
  yield* extras(
    gceDisk({ name: "Nodes' boot disks", type, sizeGb }, { count, scaling, rate: 'while-running' }),
  )
}
