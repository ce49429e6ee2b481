import type { BillRule } from './bill-line.ts'
import { launchedTags, launchedVolumes } from './launched.ts'

// https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/spot_instance_request#tags
export const awsSpotInstanceRequest: BillRule = {
  type: 'aws_spot_instance_request',
  summary:
    'Its own tags stay on the request. The instance carries `tag_specifications` of its launch template, and `aws_ec2_tag`s on its `spot_instance_id`.',
  lines: (resource, graph) => [
    {
      what: 'instance',
      tags: [
        ...launchedTags(resource, graph, 'instance'),
        ...graph.sources(resource, 'tags').map(
          ({ attributes }) =>
            ({
              kind: 'written',
              value: { kind: 'list', items: [attributes] },
              style: 'pairs',
              name: 'aws_ec2_tag',
            }) as const,
        ),
      ],
      remedy: 'put each on its `spot_instance_id` with an `aws_ec2_tag`',
    },
    launchedVolumes(resource, graph),
  ],
}
