import type { BillRule } from './bill-line.ts'
import { launchedTags, launchedVolumes, launchRemedy } from './launched.ts'
import { propagatedTags } from './propagated.ts'

// https://github.com/aws/containers-roadmap/issues/608
export const awsEksNodeGroup: BillRule = {
  type: 'aws_eks_node_group',
  summary:
    'Its own tags stop at the node group. Instances and volumes carry `tag_specifications` of its launch template; instances also what an `aws_autoscaling_group_tag` puts on its scaling group.',
  lines: (resource, graph) => [
    {
      what: 'instances',
      tags: [
        ...launchedTags(resource, graph, 'instance'),
        ...graph.sources(resource, 'tags').flatMap(propagatedTags),
      ],
      remedy: launchRemedy(resource, graph, 'instance'),
    },
    launchedVolumes(resource, graph),
  ],
}
