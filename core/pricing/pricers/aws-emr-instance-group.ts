import { blocks } from '../../domain/reads.ts'
import { EMR_DISK, EMR_GROUP, emrInstances } from '../emr.ts'
import { omitted } from '../part.ts'
import { pricer } from '../pricer.ts'

// https://aws.amazon.com/emr/pricing/
export const awsEmrInstanceGroup = pricer(
  { type: 'aws_emr_instance_group', reads: { ...EMR_GROUP, ebs_config: blocks(EMR_DISK) } },
  function* ({ instance_type, instance_count, bid_price, ebs_config }, context) {
    if (instance_type === undefined) {
      yield omitted('unknown', 'Task', '`instance_type` is not set')
      return
    }
    const spot = bid_price !== undefined
    yield* emrInstances(
      { name: 'Task', instanceType: instance_type, count: instance_count, spot, disks: ebs_config },
      context,
    )
  },
)
