import { valueAt } from '../value-at.ts'
import { allTagsOf, type BillRule, unseen } from './bill-line.ts'

// https://docs.aws.amazon.com/batch/latest/userguide/using-tags.html
export const awsBatchJobDefinition: BillRule = {
  type: 'aws_batch_job_definition',
  summary: 'Tasks of its jobs carry its tags with `propagate_tags = true`, and not without.',
  lines: (resource) => {
    const propagate = valueAt(resource.attributes, 'propagate_tags')
    const tags =
      propagate.kind === 'unknown'
        ? [unseen(propagate.because)]
        : propagate.kind === 'bool' && propagate.value
          ? [allTagsOf(resource)]
          : []
    return [{ what: 'tasks', tags, remedy: 'set `propagate_tags = true`' }]
  },
}
