import type { BillRule } from './bill-line.ts'
import { launchedTags, launchedVolumes, launchRemedy } from './launched.ts'

// https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/tag-ec2-fleet.html
export const awsEc2Fleet: BillRule = {
  type: 'aws_ec2_fleet',
  summary:
    'Its own tags stay on the fleet. Instances and volumes carry `tag_specifications` of its launch template.',
  lines: (resource, graph) => [
    {
      what: 'instances',
      tags: launchedTags(resource, graph, 'instance'),
      remedy: launchRemedy(resource, graph, 'instance'),
    },
    launchedVolumes(resource, graph),
  ],
}
