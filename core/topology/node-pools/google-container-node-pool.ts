import {
  block,
  blocks,
  bool,
  countIfSet,
  known,
  maybe,
  number,
  type Read,
  readAll,
  string,
  texts,
} from '../../domain/reads.ts'
import { billLinesOf } from '../bill-lines/index.ts'
import type { Attached, NodePoolReader, Taint } from '../node-pool.ts'
import { poolSize, times } from '../pool-size.ts'
import { taintsOf } from './taints.ts'

const NODE_CONFIG = {
  // https://cloud.google.com/kubernetes-engine/docs/concepts/node-pools
  machine_type: string('e2-medium'),
  spot: bool(false),
  preemptible: bool(false),
  labels: texts,
  taint: blocks({ key: string(''), value: string(''), effect: string('') }),
  guest_accelerator: maybe(block({ type: string(''), count: number(0) })),
}

const READS = {
  name: maybe(string()),
  location: maybe(string()),
  node_locations: maybe(countIfSet),
  node_count: maybe(number()),
  initial_node_count: maybe(number()),
  autoscaling: maybe(
    block({
      min_node_count: maybe(number()),
      max_node_count: maybe(number()),
      total_min_node_count: maybe(number()),
      total_max_node_count: maybe(number()),
    }),
  ),
  node_config: maybe(block(NODE_CONFIG)),
}

/** A region's cluster has its nodes in this many zones, unless `node_locations` says which. */
const ZONES_OF_A_REGION = 3

// https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/container_node_pool
export const googleContainerNodePool: NodePoolReader = {
  type: 'google_container_node_pool',
  read(resource, graph) {
    const read = readAll(resource.attributes, READS)
    if (read.kind === 'unknown') return undefined
    const { name, location, node_locations, autoscaling, node_config: config } = read.value
    const defaults = readAll({ kind: 'object', entries: new Map() }, NODE_CONFIG)
    if (defaults.kind === 'unknown') return undefined
    const node = (config.kind === 'known' ? config.value : undefined) ?? defaults.value
    const attached = attachedTo(node)
    const spot = node.spot || node.preemptible
    const scaled = autoscaling.kind === 'known' ? autoscaling.value : undefined
    const perZone = poolSize(
      [read.value.node_count, scaled?.min_node_count, read.value.initial_node_count].filter(
        (reading) => reading !== undefined,
      ),
      { min: scaled?.min_node_count, max: scaled?.max_node_count },
      '`node_count` and `autoscaling` are not set',
    )
    const total = poolSize(
      scaled ? [scaled.total_min_node_count] : [],
      {
        min: scaled?.total_min_node_count,
        max: scaled?.total_max_node_count,
      },
      '',
    )
    const zones =
      node_locations.kind === 'known' && node_locations.value !== undefined
        ? node_locations.value
        : location.kind === 'known' && location.value !== undefined && !/-[a-z]$/.test(location.value)
          ? ZONES_OF_A_REGION
          : 1
    return {
      resource,
      nodeTags: billLinesOf(resource, graph)[0].tags,
      provider: 'google',
      region: resource.region,
      machines:
        config.kind === 'unknown'
          ? config
          : known({ kind: 'types', instanceTypes: [node.machine_type], ...(attached && { attached }) }),
      capacityType: spot ? 'spot' : 'on-demand',
      labels: new Map([
        ...node.labels.entries,
        ...(name.kind === 'known' && name.value !== undefined
          ? [['cloud.google.com/gke-nodepool', name.value] as const]
          : []),
        ...(attached ? [['cloud.google.com/gke-accelerator', attached.accelerator] as const] : []),
        ...(spot ? [['cloud.google.com/gke-spot', 'true'] as const] : []),
      ]),
      open: node.labels.open,
      unknownLabels:
        name.kind === 'known' && name.value !== undefined ? [] : ['cloud.google.com/gke-nodepool'],
      taints: taints(node, attached),
      nodes:
        total.max !== undefined
          ? { ...total, desired: total.desired.kind === 'known' ? total.desired : perZone.desired }
          : times(perZone, zones),
    }
  },
}

type NodeConfig = Read<typeof NODE_CONFIG>

function attachedTo({ guest_accelerator: found }: NodeConfig): Attached | undefined {
  if (found.kind === 'unknown' || !found.value || found.value.count === 0) return undefined
  return { accelerator: found.value.type, count: found.value.count }
}

/** GKE taints nodes with GPUs by itself. */
function taints({ taint }: NodeConfig, attached: Attached | undefined): Taint[] {
  const written = taintsOf(taint)
  return attached ? [...written, { key: 'nvidia.com/gpu', value: 'present', effect: 'NoSchedule' }] : written
}
