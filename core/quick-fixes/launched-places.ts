import type { Resource } from '../domain/resource.ts'
import { isMapping, isSequence } from '../domain/value.ts'
import type { NestedPlacement } from '../terraform/edits/index.ts'
import type { ResourceGraph } from '../topology/resource-graph.ts'

/** Where the tags of a line of the bill are written: in which resource, and how. */
export interface LaunchedPlace {
  readonly resource: Resource
  readonly placement: NestedPlacement
}

/** Types whose machines and volumes take their tags from a launch template. */
const LAUNCHING = new Set([
  'aws_autoscaling_group',
  'aws_ec2_fleet',
  'aws_eks_node_group',
  'aws_spot_fleet_request',
  'aws_spot_instance_request',
])

/** Types that write them in a block of their own. */
const OWN_BLOCKS: ReadonlyMap<string, readonly string[]> = new Map([
  ['aws_batch_compute_environment', ['compute_resources']],
  ['aws_spot_fleet_request', ['launch_specification']],
  ['azurerm_kubernetes_cluster', ['default_node_pool']],
])

const VOLUMES = ['root_block_device', 'ebs_block_device'] as const

/**
 * Where tags have to be written to get to what a resource starts. Undefined where that is known of no such place, e.g.
 * for a node group without a launch template.
 * @param what a line of the bill as its rule names it: `instances`, `volumes`
 */
export function launchedPlace(
  resource: Resource,
  graph: ResourceGraph,
  what: string,
): LaunchedPlace | undefined {
  const { type } = resource
  const isVolume = what === 'volumes'
  if (type === 'aws_instance')
    return isVolume ? { resource, placement: volumePlacement(resource) } : undefined
  const blocks = OWN_BLOCKS.get(type)
  if (blocks && !isVolume && blocks.some((block) => hasBlock(resource, block)))
    return { resource, placement: { blocks, attribute: 'tags' } }
  const linked = LAUNCHING.has(type) ? graph.targets(resource, 'launches') : undefined
  const [template, ...others] = linked?.kind === 'linked' ? linked.resources : []
  if (template?.type !== 'aws_launch_template' || others.length > 0) return undefined
  const only = ['resource_type', isVolume ? 'volume' : 'instance'] as const
  return { resource: template, placement: { blocks: ['tag_specifications'], only, attribute: 'tags' } }
}

/** The provider takes `volume_tags`, or tags of the blocks; not both. */
function volumePlacement({ attributes }: Resource): NestedPlacement {
  const isTagged = VOLUMES.some((name) => {
    const value = attributes.entries.get(name)
    const items = value && isSequence(value) ? value.items : []
    return items.some((item) => isMapping(item) && item.entries.has('tags'))
  })
  return isTagged ? { blocks: VOLUMES, attribute: 'tags' } : { blocks: undefined, attribute: 'volume_tags' }
}

function hasBlock({ attributes }: Resource, name: string): boolean {
  return attributes.entries.has(name)
}
