import { block, blocks, type Read } from '../../domain/reads.ts'
import { EMR_DISK, EMR_FLEET, EMR_GROUP, emrFleet, emrInstances } from '../emr.ts'
import { assumption, omitted, type Part } from '../part.ts'
import { type PricingContext, pricer } from '../pricer.ts'

const GROUP = { ...EMR_GROUP, ebs_config: blocks(EMR_DISK) }
// https://aws.amazon.com/emr/pricing/
export const awsEmrCluster = pricer(
  {
    type: 'aws_emr_cluster',
    reads: {
      master_instance_group: block(GROUP),
      core_instance_group: block(GROUP),
      master_instance_fleet: block(EMR_FLEET),
      core_instance_fleet: block(EMR_FLEET),
    },
  },
  function* (read, context) {
    yield assumption('the cluster runs all the hours counted, and does not end by itself')
    if (read.master_instance_group) yield* groupParts('Primary', read.master_instance_group, context)
    if (read.core_instance_group) yield* groupParts('Core', read.core_instance_group, context)
    if (read.master_instance_fleet) yield* emrFleet('Primary', read.master_instance_fleet, context)
    if (read.core_instance_fleet) yield* emrFleet('Core', read.core_instance_fleet, context)
    if (!read.master_instance_group && !read.master_instance_fleet)
      yield omitted(
        'unknown',
        'Primary',
        'neither `master_instance_group` nor `master_instance_fleet` is set',
      )
  },
)

function* groupParts(name: string, group: Read<typeof GROUP>, context: PricingContext): Generator<Part> {
  const { instance_type, instance_count, bid_price, ebs_config } = group
  if (instance_type === undefined) {
    yield omitted('unknown', name, '`instance_type` is not set')
    return
  }
  yield* emrInstances(
    {
      name,
      instanceType: instance_type,
      count: instance_count,
      spot: bid_price !== undefined,
      disks: ebs_config,
    },
    context,
  )
}
