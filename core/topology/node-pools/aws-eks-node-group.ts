import type { Reading } from '../../domain/reads.ts'
import {
  block,
  blocks,
  known,
  maybe,
  number,
  readAll,
  string,
  strings,
  texts,
  unknownBecause,
} from '../../domain/reads.ts'
import type { Resource } from '../../domain/resource.ts'
import { billLinesOf } from '../bill-lines/index.ts'
import type { Machines, NodePoolReader } from '../node-pool.ts'
import { poolSize } from '../pool-size.ts'
import type { ResourceGraph } from '../resource-graph.ts'
import { taintsOf } from './taints.ts'

const READS = {
  node_group_name: maybe(string()),
  instance_types: maybe(strings),
  capacity_type: maybe(string('ON_DEMAND')),
  labels: texts,
  taint: blocks({ key: string(''), value: string(''), effect: string('') }),
  scaling_config: maybe(
    block({ desired_size: maybe(number()), min_size: maybe(number()), max_size: maybe(number()) }),
  ),
}

/** https://docs.aws.amazon.com/eks/latest/APIReference/API_Nodegroup.html */
const DEFAULT_INSTANCE_TYPE = 't3.medium'

// https://docs.aws.amazon.com/eks/latest/userguide/managed-node-groups.html
export const awsEksNodeGroup: NodePoolReader = {
  type: 'aws_eks_node_group',
  read(resource, graph) {
    const read = readAll(resource.attributes, READS)
    if (read.kind === 'unknown') return undefined
    const {
      node_group_name: name,
      instance_types,
      capacity_type,
      labels: own,
      scaling_config,
      taint,
    } = read.value
    const isNamed = name.kind === 'known' && name.value !== undefined
    const spot = capacity_type.kind === 'known' && capacity_type.value === 'SPOT'
    const size = scaling_config.kind === 'known' ? scaling_config.value : undefined
    const desired =
      scaling_config.kind === 'unknown' ? [scaling_config] : [size?.desired_size, size?.min_size]
    return {
      resource,
      nodeTags: billLinesOf(resource, graph)[0].tags,
      provider: 'aws',
      region: resource.region,
      machines: machines(instance_types, resource, graph),
      capacityType: spot ? 'spot' : 'on-demand',
      labels: new Map([
        ...own.entries,
        ['eks.amazonaws.com/capacityType', spot ? 'SPOT' : 'ON_DEMAND'],
        ...(isNamed ? [['eks.amazonaws.com/nodegroup', name.value!] as const] : []),
      ]),
      open: own.open,
      unknownLabels: isNamed ? [] : ['eks.amazonaws.com/nodegroup'],
      taints: taintsOf(taint),
      nodes: poolSize(
        desired.filter((reading) => reading !== undefined),
        { min: size?.min_size, max: size?.max_size },
        '`scaling_config.desired_size` is not set',
      ),
    }
  },
}

function machines(
  types: Reading<readonly string[]>,
  resource: Resource,
  graph: ResourceGraph,
): Reading<Machines> {
  if (types.kind === 'unknown') return types
  const [first, ...others] = types.value
  if (first !== undefined) return known({ kind: 'types', instanceTypes: [first, ...others] })
  const launched = graph.targets(resource, 'launches')
  if (launched.kind === 'unknown') return unknownBecause(launched.because)
  if (launched.kind === 'none') return known({ kind: 'types', instanceTypes: [DEFAULT_INSTANCE_TYPE] })
  const template = readAll(launched.resources[0]!.attributes, {
    instance_type: string(DEFAULT_INSTANCE_TYPE),
  })
  return template.kind === 'unknown'
    ? template
    : known({ kind: 'types', instanceTypes: [template.value.instance_type] })
}
