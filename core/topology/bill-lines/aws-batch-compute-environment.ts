import { valueAt } from '../value-at.ts'
import { type BillRule, unseen } from './bill-line.ts'

// https://docs.aws.amazon.com/batch/latest/userguide/using-tags.html
export const awsBatchComputeEnvironment: BillRule = {
  type: 'aws_batch_compute_environment',
  summary:
    'Its own tags stay on the environment. Instances and their volumes carry `compute_resources.tags`; on Fargate tasks carry the tags of their jobs.',
  lines: ({ attributes }) => {
    const type = valueAt(attributes, 'compute_resources.type')
    const onFargate = type.kind === 'string' && type.value.startsWith('FARGATE')
    const value = valueAt(attributes, 'compute_resources.tags')
    return [
      {
        what: 'instances',
        tags: onFargate
          ? [unseen('tasks on Fargate carry the tags of their jobs')]
          : [{ kind: 'written', value, style: 'map', name: 'compute_resources.tags' }],
        remedy: 'write them in `compute_resources { tags }`',
      },
    ]
  },
}
