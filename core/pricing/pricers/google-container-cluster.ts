import { blocks, bool, countIfSet, maybe, number, string } from '../../domain/reads.ts'
import { byUse } from '../by-use.ts'
import { gkeNodes, INLINE_POOL, inlinePool, NODE_CONFIG, zonesOf } from '../gke-nodes.ts'
import { assumption, extras, hourly, omitted, type Part } from '../part.ts'
import { type PricingContext, pricer } from '../pricer.ts'
import { HOURS_PER_MONTH } from '../usage.ts'

const GKE = 'Google Kubernetes Engine'

// https://cloud.google.com/kubernetes-engine/pricing: a fee for the cluster; its nodes, or with Autopilot what its pods request
export const googleContainerCluster = pricer(
  {
    type: 'google_container_cluster',
    reads: {
      enable_autopilot: bool(false),
      remove_default_node_pool: bool(false),
      location: maybe(string()),
      node_locations: maybe(countIfSet),
      initial_node_count: number(0),
      node_config: maybe(NODE_CONFIG),
      node_pool: blocks(INLINE_POOL),
    },
  },
  function* (read, context) {
    yield hourly({ description: 'Cluster', serviceName: GKE, sku: 'gke/control_plane' })
    yield assumption(
      'without the free tier, which pays for one zonal or Autopilot cluster of a billing account',
    )
    if (read.enable_autopilot) {
      yield* extras(autopilot(context))
      return
    }
    const { location, node_locations } = read
    // The default pool is made with the cluster; where it is removed, pools are resources of their own.
    if (read.node_pool.length === 0 && read.remove_default_node_pool) return
    const zones = zonesOf(location, node_locations)
    if (zones.kind === 'unknown') {
      yield* extras([omitted('unknown', 'Nodes', zones.because)])
      return
    }
    for (const pool of read.node_pool)
      yield* extras(
        pool.kind === 'unknown'
          ? [omitted('unknown', 'Nodes', pool.because)]
          : inlinePool(pool.value, zones.value, context),
      )
    if (read.node_pool.length > 0) return
    yield* extras(
      read.node_config.kind === 'unknown'
        ? [omitted('unknown', 'Nodes', read.node_config.because)]
        : gkeNodes(read.node_config.value, read.initial_node_count * zones.value, undefined, context),
    )
  },
)

function* autopilot(context: PricingContext): Generator<Part> {
  const requested = { serviceName: GKE, per: HOURS_PER_MONTH }
  yield* byUse(
    {
      ...requested,
      description: 'vCPUs of pods',
      key: 'autopilot_vcpu_count',
      unit: 'vCPUs',
      sku: 'gke/autopilot/vcpu',
      pricingUnit: 'vCPU-Hours',
      chargedBy: 'the vCPUs that its pods request',
    },
    context,
  )
  yield* byUse(
    {
      ...requested,
      description: 'Memory of pods',
      key: 'autopilot_memory_gb',
      unit: 'GB',
      sku: 'gke/autopilot/memory',
      pricingUnit: 'GB-Hours',
      chargedBy: 'the memory that its pods request',
    },
    context,
  )
}
