import {
  block,
  known,
  maybe,
  number,
  type Read,
  type Reading,
  readAll,
  string,
  strings,
  texts,
} from '../../domain/reads.ts'
import type { Resource } from '../../domain/resource.ts'
import { unknown, type Value } from '../../domain/value.ts'
import { billLinesOf } from '../bill-lines/index.ts'
import type { NodePool, NodePoolReader, Taint } from '../node-pool.ts'
import { poolSize } from '../pool-size.ts'
import type { ResourceGraph } from '../resource-graph.ts'

const READS = {
  name: maybe(string()),
  vm_size: maybe(string('Standard_DS2_v2')),
  node_count: maybe(number()),
  min_count: maybe(number()),
  max_count: maybe(number()),
  priority: maybe(string('Regular')),
  node_labels: texts,
  node_taints: maybe(strings),
}

/** The labels that AKS gives to the nodes of a pool, with its name. */
const NAME_LABELS = ['kubernetes.azure.com/agentpool', 'agentpool'] as const

// https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/kubernetes_cluster_node_pool
export const azurermKubernetesClusterNodePool: NodePoolReader = {
  type: 'azurerm_kubernetes_cluster_node_pool',
  read(resource, graph) {
    const cluster = graph.targets(resource, 'runsOn')
    const region =
      cluster.kind === 'linked'
        ? cluster.resources[0]!.region
        : unknown('its cluster is not among the resources of this project')
    return poolOf(resource, readAll(resource.attributes, READS), region, graph)
  },
}

/** The pool that a cluster comes with. */
export const azurermKubernetesCluster: NodePoolReader = {
  type: 'azurerm_kubernetes_cluster',
  read(resource, graph) {
    const read = readAll(resource.attributes, { default_node_pool: block(READS) })
    if (read.kind === 'unknown' || !read.value.default_node_pool) return undefined
    return poolOf(resource, known(read.value.default_node_pool), resource.region, graph)
  },
}

function poolOf(
  resource: Resource,
  read: Reading<Read<typeof READS>>,
  region: Value,
  graph: ResourceGraph,
): NodePool | undefined {
  if (read.kind === 'unknown') return undefined
  const { name, vm_size: size, node_labels: own, node_count, min_count, max_count } = read.value
  const spot = read.value.priority.kind === 'known' && read.value.priority.value === 'Spot'
  const isNamed = name.kind === 'known' && name.value !== undefined
  return {
    resource,
    nodeTags: billLinesOf(resource, graph)[0].tags,
    provider: 'azurerm',
    region,
    machines: size.kind === 'unknown' ? size : known({ kind: 'types', instanceTypes: [size.value] }),
    capacityType: spot ? 'spot' : 'on-demand',
    labels: new Map([
      ...own.entries,
      ...(isNamed ? NAME_LABELS.map((label) => [label, name.value!] as const) : []),
      ...(spot ? [['kubernetes.azure.com/scalesetpriority', 'spot'] as const] : []),
    ]),
    open: own.open,
    unknownLabels: isNamed ? [] : NAME_LABELS,
    taints: [
      ...(read.value.node_taints.kind === 'known' ? read.value.node_taints.value.flatMap(parseTaint) : []),
      // AKS taints spot nodes by itself.
      ...(spot
        ? [{ key: 'kubernetes.azure.com/scalesetpriority', value: 'spot', effect: 'NoSchedule' }]
        : []),
    ],
    // Azure's provider starts an autoscaled pool at its minimum.
    nodes: poolSize([node_count, min_count], { min: min_count, max: max_count }, '`node_count` is not set'),
  }
}

/** `sku=gpu:NoSchedule` */
function parseTaint(text: string): Taint[] {
  const match = /^([^=:]+)(?:=([^:]*))?:(\w+)$/.exec(text)
  return match ? [{ key: match[1]!, value: match[2] ?? '', effect: match[3]! }] : []
}
