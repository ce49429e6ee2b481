import type { Resource } from '../../domain/resource.ts'
import { isMapping, isSequence, type Value } from '../../domain/value.ts'
import type { ResourceGraph } from '../resource-graph.ts'
import { type BillLine, type TagSource, unseen } from './bill-line.ts'

/** What EC2 calls that which a launch template starts. */
export type Launched = 'instance' | 'volume'

/** The tags that a launch template gives to what is started from it. */
export function launchedTags(resource: Resource, graph: ResourceGraph, what: Launched): readonly TagSource[] {
  const linked = graph.targets(resource, 'launches')
  if (linked.kind === 'none') return []
  if (linked.kind === 'unknown') return [unseen(`its launch template is unknown: ${linked.because}`)]
  const [template, ...others] = linked.resources
  if (others.length > 0)
    return [unseen(`its launch template may be any of ${linked.resources.length} resources`)]
  return specified(template!, what)
}

/** Volumes get tags from the launch template alone. */
export function launchedVolumes(resource: Resource, graph: ResourceGraph): BillLine {
  return {
    what: 'volumes',
    sku: 'ebs/',
    tags: launchedTags(resource, graph, 'volume'),
    remedy: launchRemedy(resource, graph, 'volume'),
  }
}

/** Where to write tags for what is started. */
export function launchRemedy(resource: Resource, graph: ResourceGraph, what: Launched): string {
  const linked = graph.targets(resource, 'launches')
  const block = `\`tag_specifications { resource_type = "${what}" }\``
  const template =
    linked.kind === 'linked' && linked.resources.find(({ type }) => type === 'aws_launch_template')
  return template
    ? `write them in ${block} of ${template.address}`
    : `give it a launch template that has them in ${block}`
}

// https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_LaunchTemplateTagSpecificationRequest.html
function specified({ address, attributes }: Resource, what: Launched): readonly TagSource[] {
  const blocks = attributes.entries.get('tag_specifications') ?? attributes.open
  if (!blocks || blocks.kind === 'null') return []
  if (blocks.kind === 'unknown') return [unseen(blocks.because)]
  if (!isSequence(blocks)) return []
  const found = blocks.items.flatMap((item) => specification(item, what, address))
  return blocks.open ? [...found, unseen(blocks.open.because)] : found
}

function specification(block: Value, what: Launched, address: string): readonly TagSource[] {
  if (block.kind === 'unknown') return [unseen(block.because)]
  if (!isMapping(block)) return []
  const type = block.entries.get('resource_type')
  if (type?.kind === 'unknown') return [unseen(type.because)]
  if (type?.kind !== 'string' || type.value !== what) return []
  const value = block.entries.get('tags') ?? block.open
  return value ? [{ kind: 'written', value, style: 'map', name: `tag_specifications of ${address}` }] : []
}
