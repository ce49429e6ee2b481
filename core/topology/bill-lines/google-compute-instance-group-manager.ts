import { valueAt } from '../value-at.ts'
import { allTagsOf, type BillRule, unseen } from './bill-line.ts'

/** A group takes no labels; what it starts has those of the template. */
const ofTemplate = (type: string): BillRule => ({
  type,
  summary:
    'Its instances carry `labels` of the instance template, and over them `all_instances_config.labels`.',
  lines: (resource, graph) => {
    const template = graph.targets(resource, 'launches')
    const own = valueAt(resource.attributes, 'all_instances_config.labels')
    return [
      {
        what: 'instances',
        tags: [
          ...(template.kind === 'linked'
            ? template.resources.slice(0, 1).map(allTagsOf)
            : [unseen('its instance template is not among the resources of this project')]),
          { kind: 'written', value: own, style: 'map', name: 'all_instances_config.labels' },
        ],
        remedy: 'write them in `labels` of its instance template',
      },
    ]
  },
})

// https://cloud.google.com/compute/docs/instance-templates#labels
export const googleComputeInstanceGroupManager = ofTemplate('google_compute_instance_group_manager')
export const googleComputeRegionInstanceGroupManager = ofTemplate(
  'google_compute_region_instance_group_manager',
)
