import type { BillRule } from './bill-line.ts'
import { allTagsOf, unseen } from './bill-line.ts'

/** Groups and fleets that are added to a cluster take no tags of their own. */
const ofCluster = (type: string): BillRule => ({
  type,
  summary: 'Its instances carry the tags of its cluster.',
  lines: (resource, graph) => {
    const cluster = graph.targets(resource, 'runsOn')
    return [
      {
        what: 'instances',
        tags:
          cluster.kind === 'linked'
            ? cluster.resources.slice(0, 1).map(allTagsOf)
            : [unseen('its cluster is not among the resources of this project')],
        remedy: 'write them in `tags` of its cluster',
      },
    ]
  },
})

// https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-plan-tags.html
export const awsEmrInstanceGroup = ofCluster('aws_emr_instance_group')
export const awsEmrInstanceFleet = ofCluster('aws_emr_instance_fleet')
