import { isMapping, isSequence } from '../../domain/value.ts'
import { type BillRule, type TagSource, unseen } from './bill-line.ts'
import { launchedTags, launchedVolumes } from './launched.ts'

// https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/spot_fleet_request
export const awsSpotFleetRequest: BillRule = {
  type: 'aws_spot_fleet_request',
  summary:
    'Its own tags stay on the request. Instances carry `launch_specification.tags`, or `tag_specifications` of its launch template.',
  lines: (resource, graph) => {
    const specifications = resource.attributes.entries.get('launch_specification')
    const [first] =
      specifications && isSequence(specifications) ? [...specifications.items, specifications.open] : []
    const own: TagSource[] =
      first?.kind === 'unknown'
        ? [unseen(first.because)]
        : first && isMapping(first) && first.entries.has('tags')
          ? [
              {
                kind: 'written',
                value: first.entries.get('tags')!,
                style: 'map',
                name: 'launch_specification.tags',
              },
            ]
          : []
    return [
      {
        what: 'instances',
        tags: [...launchedTags(resource, graph, 'instance'), ...own],
        remedy: first
          ? 'write them in `tags` of every `launch_specification`'
          : 'write them in `tag_specifications { resource_type = "instance" }` of its launch template',
      },
      launchedVolumes(resource, graph),
    ]
  },
}
