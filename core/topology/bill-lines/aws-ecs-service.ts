import type { Resource } from '../../domain/resource.ts'
import type { ResourceGraph } from '../resource-graph.ts'
import { valueAt } from '../value-at.ts'
import { allTagsOf, type BillRule, type TagSource, unseen } from './bill-line.ts'

// https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-using-tags.html
export const awsEcsService: BillRule = {
  type: 'aws_ecs_service',
  summary:
    'Tasks carry the tags of the service with `propagate_tags = "SERVICE"`, those of the task definition with `"TASK_DEFINITION"`, and none without.',
  lines: (resource, graph) => [
    {
      what: 'tasks',
      tags: taskTags(resource, graph),
      remedy: 'set `propagate_tags = "SERVICE"`',
    },
  ],
}

function taskTags(resource: Resource, graph: ResourceGraph): readonly TagSource[] {
  const propagate = valueAt(resource.attributes, 'propagate_tags')
  if (propagate.kind === 'unknown') return [unseen(propagate.because)]
  if (propagate.kind !== 'string') return []
  if (propagate.value === 'SERVICE') return [allTagsOf(resource)]
  if (propagate.value !== 'TASK_DEFINITION') return []
  const definition = graph.targets(resource, 'configuredBy')
  if (definition.kind === 'linked') return definition.resources.slice(0, 1).map(allTagsOf)
  return definition.kind === 'unknown'
    ? [unseen(`its task definition is unknown: ${definition.because}`)]
    : []
}
