import type { BillRule } from './bill-line.ts'
import { launchedTags, launchedVolumes } from './launched.ts'
import { propagatedTags } from './propagated.ts'

// https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-tagging.html
export const awsAutoscalingGroup: BillRule = {
  type: 'aws_autoscaling_group',
  summary:
    "Instances carry `tag_specifications` of its launch template, and over them the tags with `propagate_at_launch = true`; volumes the launch template's alone.",
  lines: (resource, graph) => [
    {
      what: 'instances',
      tags: [
        ...launchedTags(resource, graph, 'instance'),
        ...[resource, ...graph.sources(resource, 'tags')].flatMap(propagatedTags),
      ],
      remedy: 'write them with `propagate_at_launch = true`',
    },
    launchedVolumes(resource, graph),
  ],
}
